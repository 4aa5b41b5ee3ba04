import { type ClusterSize, completeSize } from '../estimator/cluster-size.ts'
import { type DesignId, designIds } from '../knowledge/estimator-schema.ts'
import type { Diagram, Knowledge } from '../knowledge/knowledge.ts'
import type { Reader } from '../questions/reading.ts'
import { listed } from '../wording.ts'
import type { Command } from './command.ts'
import { type DiagramWords, readDiagramWords } from './diagram-words.ts'
import { readSizeWords } from './size-words.ts'

/** Reads what follows `estimate`: meshes, if not all are meant, and a size. */
export function parseEstimate(
  rest: string,
  readMeshes: (text: string) => { meshes: readonly string[]; unknown: readonly string[] },
  { words }: Reader,
): Command {
  const { stated, others } = readSizeWords(rest, words.quantities)
  const { meshes, unknown } = readMeshes(others.join(' '))
  if (unknown.length > 0) return notUnderstood(`I don't know what "${unknown.join(' ')}" is in an estimate.`)
  const sized = completeSize(stated)
  if (!sized.ok) return notUnderstood(sized.problems.map(({ message }) => message).join(' '))
  return { kind: 'estimate', size: sized.size, assumptions: sized.assumptions, meshes }
}

const example = 'estimate pods=500 nodes=20 rps=2000 hops=4 l7'

const notUnderstood = (problem: string): Command => ({
  kind: 'incomplete',
  problem: `${problem} An estimate looks like "${example}".`,
  choices: [{ label: 'An example', command: example }],
})

/** Reads what follows `diagram`: one or two diagrams, or `mine` and a size. */
export function parseDiagram(rest: string, knowledge: Knowledge, reader: Reader): Command {
  const words = rest.toLowerCase().split(/\s+/).filter(Boolean)
  if (words[0] === 'mine') return parseMine(words.slice(1).join(' '), knowledge, reader)
  const { diagrams, unknown } = readDiagramWords(words, knowledge, reader)
  const all = knowledge.diagrams.map(({ id, title }) => ({ label: title, command: `diagram ${id}` }))
  const titles = listed(knowledge.diagrams.map(({ title }) => title))
  if (unknown.length > 0) {
    return {
      kind: 'incomplete',
      problem: `I have no diagram of "${unknown.join(' ')}". I have ${titles}.`,
      choices: all,
    }
  }
  if (diagrams.length === 0) return { kind: 'incomplete', problem: 'A diagram of which mesh?', choices: all }
  if (diagrams.length > 2) {
    const two = diagrams.slice(0, 2)
    const command = `diagram ${two.map(({ id }) => id).join(' ')}`
    return {
      kind: 'incomplete',
      problem: 'At most two diagrams fit side by side.',
      choices: [{ label: two.map(({ title }) => title).join(' and '), command }],
    }
  }
  return { kind: 'diagram', diagrams: diagrams.map(({ id }) => id) }
}

function parseMine(rest: string, knowledge: Knowledge, reader: Reader): Command {
  const { stated, extras, others } = readSizeWords(rest, reader.words.quantities)
  const { vms = 0, clusters = 1 } = extras
  const sized = completeSize(stated)
  const problems = [
    ...(sized.ok ? [] : sized.problems.map(({ message }) => message)),
    ...(isCount(vms, 0) ? [] : ['Virtual machines must be a whole number from 0 to 100,000.']),
    ...(isCount(clusters, 1) ? [] : ['Clusters must be a whole number from 1 to 100,000.']),
  ]
  if (!sized.ok || problems.length > 0) return notUnderstood(problems.join(' '))
  const read = readDesign(others, sized.size, knowledge, reader)
  if (read.unknown.length > 0) return notUnderstood(`I don't know what "${read.unknown.join(' ')}" is in a drawing.`)
  if (read.design === undefined) return whichMesh(rest, knowledge)
  return { kind: 'own-diagram', design: read.design, size: sized.size, vms, clusters }
}

const isCount = (amount: number, least: number): boolean =>
  Number.isInteger(amount) && amount >= least && amount <= 100_000

function readDesign(
  words: readonly string[],
  size: ClusterSize,
  knowledge: Knowledge,
  reader: Reader,
): Pick<DiagramWords, 'unknown'> & { readonly design?: DesignId } {
  const exact = words.length === 1 ? designIds.find((id) => id === words[0]) : undefined
  if (exact && knowledge.estimator.designs[exact]) return { unknown: [], design: exact }
  const { diagrams, unknown } = readDiagramWords(words, knowledge, reader)
  const design = diagrams[0] && designOf(diagrams[0], size.l7)
  return { unknown, ...(design ? { design } : {}) }
}

/** The design that a mode of a mesh is, with layer 7 or without. Undefined for a mesh that is not estimated. */
function designOf({ mesh, mode }: Diagram, l7: boolean): DesignId | undefined {
  switch (mesh) {
    case 'istio':
      if (mode !== 'ambient') return 'istio-sidecar'
      return l7 ? 'istio-ambient-waypoint' : 'istio-ambient-l4'
    case 'linkerd':
      return 'linkerd'
    case 'consul':
      return 'consul'
    case 'cilium':
      return mode === 'envoy' || l7 ? 'cilium-l7' : 'cilium-l4'
    default:
      return undefined
  }
}

const whichMesh = (rest: string, { estimator }: Knowledge): Command => ({
  kind: 'incomplete',
  problem: 'Draw your cluster with which mesh?',
  choices: Object.entries(estimator.designs).map(([id, { name }]) => ({
    label: name,
    command: `diagram mine ${id} ${rest}`.trim(),
  })),
})

import { allDesigns, designOfMode, findDesign } from '../estimator/choose-design.ts'
import { type ClusterSize, completeSize } from '../estimator/cluster-size.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Reader } from '../questions/reading.ts'
import type { Command } from './command.ts'
import { type DiagramWords, readDiagramWords } from './diagram-words.ts'
import { drawMine } from './make.ts'
import { notASize } from './not-a-size.ts'
import type { OwnCluster } from './own-cluster.ts'
import { readSizeWords } from './size-words.ts'
import { oneThingMissing } from './tools.ts'

/** Reads what follows `diagram mine`: a mesh with its mode, a size, machines and clusters. `said` is all that was typed. */
export function parseMine(said: string, rest: string, knowledge: Knowledge, reader: Reader): Command {
  const { stated, extras, others } = readSizeWords(rest, reader.words.quantities)
  const { vms = 0, clusters = 1 } = extras
  const sized = completeSize(stated)
  const problems = [
    ...(sized.ok ? [] : sized.problems.map(({ message }) => message)),
    ...(isCount(vms, 0) ? [] : ['Virtual machines must be a whole number from 0 to 100,000.']),
    ...(isCount(clusters, 1) ? [] : ['Clusters must be a whole number from 1 to 100,000.']),
  ]
  if (!sized.ok || problems.length > 0) return notASize(said, problems.join(' '))
  const read = readDesign(others, sized.size, knowledge, reader)
  if (read.unknown.length > 0) {
    return notASize(said, `I don't know what "${read.unknown.join(' ')}" is in a drawing.`)
  }
  if (read.design === undefined) return whichMesh(said, { size: sized, vms, clusters }, knowledge)
  return drawMine({ design: read.design, size: sized, vms, clusters })
}

const isCount = (amount: number, least: number): boolean =>
  Number.isInteger(amount) && amount >= least && amount <= 100_000

function readDesign(
  words: readonly string[],
  size: ClusterSize,
  knowledge: Knowledge,
  reader: Reader,
): Pick<DiagramWords, 'unknown'> & { readonly design?: DesignId } {
  const [word = '', ...more] = words
  const exact = more.length === 0 ? findDesign(knowledge.estimator, word) : undefined
  if (exact) return { unknown: [], design: exact.id }
  const { diagrams, unknown } = readDiagramWords(words, knowledge, reader)
  const design = diagrams[0] && designOfMode(knowledge.estimator, diagrams[0], size.l7, words)
  return { unknown, ...(design ? { design } : {}) }
}

type Undecided = Omit<OwnCluster, 'kind' | 'design'>

const whichMesh = (said: string, cluster: Undecided, { estimator }: Knowledge): Command => ({
  kind: 'incomplete',
  said,
  title: oneThingMissing,
  problem: 'Draw your cluster with which mesh?',
  choices: allDesigns(estimator).map(({ id, name }) => ({
    label: name,
    command: drawMine({ ...cluster, design: id }),
  })),
})

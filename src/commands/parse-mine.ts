import { designsFor, findDesign } from '../estimator/choose-design.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Reader } from '../questions/reading.ts'
import type { Command } from './command.ts'
import { readEstimateWords } from './estimate-words.ts'
import { drawMine } from './make.ts'
import { notASize } from './not-a-size.ts'
import type { OwnCluster } from './own-cluster.ts'
import { oneThingMissing } from './tools.ts'

/** Reads what follows `diagram mine`: a mesh with its mode, a size, machines and clusters. `said` is all that was typed. */
export function parseMine(said: string, rest: string, knowledge: Knowledge, reader: Reader): Command {
  const read = readEstimateWords(rest, knowledge, reader.words.quantities)
  if (!read.ok) {
    const command = read.meant === undefined ? undefined : parseMine(said, read.meant, knowledge, reader)
    const label = `diagram mine ${read.meant}`
    return notASize(said, read.problem, command?.kind === 'diagram' ? { label, command } : undefined)
  }
  const { size, meshes, designs } = read
  const { vms = 0, clusters = 1 } = read.extras
  const problems = [
    ...(isCount(vms, 0) ? [] : ['Virtual machines must be a whole number from 0 to 100,000.']),
    ...(isCount(clusters, 1) ? [] : ['Clusters must be a whole number from 1 to 100,000.']),
    ...(meshes.length > 1 ? ['One mesh is drawn at a time.'] : []),
  ]
  if (problems.length > 0) return notASize(said, problems.join(' '))
  const [mesh] = meshes
  const design = designs[0] ?? designsFor(knowledge.estimator, size.size.l7).find((one) => one.mesh === mesh)?.id
  if (design === undefined) return whichMesh(said, { size, vms, clusters }, knowledge)
  const mode = drawnModeIn(rest, design, knowledge)
  return drawMine({ design, ...(mode === undefined ? {} : { mode }), size, vms, clusters })
}

/** The mode of a design that words name and that is drawn otherwise. */
function drawnModeIn(rest: string, designId: DesignId, { estimator, meshes }: Knowledge): string | undefined {
  const design = findDesign(estimator, designId)
  const modes = meshes.find(({ id }) => id === design?.mesh)?.modes ?? {}
  const said = ` ${rest
    .toLowerCase()
    .split(/[\s,;]+/)
    .join(' ')} `
  return Object.keys(design?.drawnModes ?? {}).find((mode) =>
    [mode, ...(modes[mode]?.words ?? [])].some((words) => said.includes(` ${words} `)),
  )
}

const isCount = (amount: number, least: number): boolean =>
  Number.isInteger(amount) && amount >= least && amount <= 100_000

type Undecided = Omit<OwnCluster, 'kind' | 'design'>

const whichMesh = (said: string, cluster: Undecided, { estimator }: Knowledge): Command => ({
  kind: 'incomplete',
  said,
  title: oneThingMissing,
  problem: 'Draw your cluster with which mesh?',
  choices: designsFor(estimator, cluster.size.size.l7).map(({ id, name }) => ({
    label: name,
    command: drawMine({ ...cluster, design: id }),
  })),
})

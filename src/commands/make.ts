import { type Circumstances, noRequirements, type Requirements } from '../advisor/requirements.ts'
import { completeSize, type KnownSize, type StatedSize } from '../estimator/cluster-size.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { Command } from './command.ts'
import type { OwnCluster } from './own-cluster.ts'

/** The commands that answers offer as next steps. */

export const topicsCommand: Command<'topics'> = { kind: 'topics' }
export const helpCommand: Command<'help'> = { kind: 'help' }

export const showMesh = (mesh: string): Command<'show'> => ({ kind: 'show', mesh })

/** No mesh stands for all of them. */
export const factOn = (meshes: readonly string[], ...topics: readonly string[]): Command<'fact'> => ({
  kind: 'fact',
  meshes,
  modes: [],
  topics,
})

/** On everything, where no topic is named. */
export const compareMeshes = (meshes: readonly string[], ...topics: readonly string[]): Command<'compare'> => ({
  kind: 'compare',
  meshes,
  modes: [],
  scope: topics.length > 0 ? { kind: 'topics', topics } : { kind: 'overall' },
})

export const compareOnGroup = (meshes: readonly string[], group: string): Command<'compare'> => ({
  kind: 'compare',
  meshes,
  modes: [],
  scope: { kind: 'group', group },
})

export const moveTo = (from: string, to: string): Command<'migrate'> => ({ kind: 'migrate', from, to })

export const sourcesOn = (mesh: string, ...topics: readonly string[]): Command<'sources'> => ({
  kind: 'sources',
  mesh,
  topics,
})

/** A recommendation for needs as they stand, nothing assumed. That nothing runs need not be said. */
export const recommendBy = ({ circumstances, ...needs }: Requirements): Command<'recommend'> => ({
  kind: 'recommend',
  requirements: { ...needs, circumstances: withoutEmptyRuns(circumstances) },
  assumed: [],
  about: [],
})

const withoutEmptyRuns = ({ runs = [], ...rest }: Circumstances): Circumstances =>
  runs.length > 0 ? { ...rest, runs } : rest

/** The guided decision among some meshes; among all of them where none is named. */
export const recommendAmong = (candidates: readonly string[]): Command<'recommend'> =>
  recommendBy({ ...noRequirements, candidates })

export const drawDiagrams = (...diagrams: readonly string[]): Command<'diagram'> => ({
  kind: 'diagram',
  of: { kind: 'requests', diagrams },
})

export const drawMine = (cluster: Omit<OwnCluster, 'kind'>): Command<'diagram'> => ({
  kind: 'diagram',
  of: { kind: 'own-cluster', ...cluster },
})

/** No mesh stands for all of them, no design for all of the meshes. */
export const estimateFor = (
  size: KnownSize,
  meshes: readonly string[] = [],
  designs: readonly DesignId[] = [],
): Command<'estimate'> => ({
  kind: 'estimate',
  size,
  meshes,
  designs,
})

/** The estimate for a size as somebody states it; undefined where there can be no such size. */
export function estimateOf(stated: StatedSize, meshes: readonly string[] = []): Command<'estimate'> | undefined {
  const size = completeSize(stated)
  return size.ok ? estimateFor(size, meshes) : undefined
}

/** Where to look and whom to ask, of one mesh. */
export const troubleWith = (
  about: 'broken' | 'how-to',
  mesh?: string,
  topic?: string,
  told: readonly string[] = [],
): Command<'troubleshoot'> => ({
  kind: 'troubleshoot',
  about,
  ...(mesh === undefined ? {} : { mesh }),
  ...(topic === undefined ? {} : { topic }),
  ...(told.length === 0 ? {} : { told }),
})

import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { allDesigns, type Design } from './choose-design.ts'
import { type ClusterSize, completeSize, type StatedSize } from './cluster-size.ts'
import { estimateDesign } from './estimate.ts'
import type { Range } from './range.ts'

/** What a mesh in one of its modes takes in a cluster, in MiB: all of it, and what of it lies on each node. */
export interface ModeMemory {
  readonly design: string
  readonly mib: Range
  readonly perNodeMiB: Range
}

/**
 * The memory of a mesh in a mode, by the mode's id in the file of the mesh, in a cluster: with what grows with the pods
 * of the cluster, and without agents that run anyway (`cilium: 'already-cni'`). Whatever else is not said is taken for
 * granted as in an estimate. Undefined where the mode has no design, nobody measured it, or there can be no such cluster.
 */
export function memoryOfMode(
  knowledge: EstimatorKnowledge,
  { mesh, mode }: { readonly mesh: string; readonly mode?: string | undefined },
  said: StatedSize,
): ModeMemory | undefined {
  const sized = completeSize(said)
  if (!sized.ok) return undefined
  const design = designOf(allDesigns(knowledge), mesh, mode, sized.size)
  const { memoryMiB, dataPlanePerNodeMiB } = design ? estimateDesign(knowledge, design, sized.size) : {}
  if (!design || !memoryMiB || !dataPlanePerNodeMiB) return undefined
  return { design: design.id, mib: memoryMiB, perNodeMiB: dataPlanePerNodeMiB }
}

/** Of the designs that stand for a mode the one with the layer that is wanted; the first of the mesh where no mode is said. */
function designOf(
  designs: readonly Design[],
  mesh: string,
  mode: string | undefined,
  { l7 }: ClusterSize,
): Design | undefined {
  const own = designs.filter((design) => design.mesh === mesh && (mode === undefined || design.modes.includes(mode)))
  return own.find(({ readsHttp, sibling }) => sibling === undefined || readsHttp === l7) ?? own[0]
}

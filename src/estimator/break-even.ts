import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { allDesigns, type Design } from './choose-design.ts'
import type { ClusterSize } from './cluster-size.ts'
import { designTerms } from './designs.ts'
import { type Parameters, parametersOf } from './parameters.ts'
import { middle, type Range, share, total } from './range.ts'

/** From how many pods per node on a design with proxies per node takes less memory than one with proxies per pod. */
export interface BreakEven {
  readonly perPod: DesignId
  readonly perNode: DesignId
  readonly podsPerNode: Range
  /** The geometric mean of the ends: a guess. */
  readonly mid: number
}

/**
 * Every pair of designs in a cluster of a size. Control planes are left out on both sides, and so are waypoints and
 * gateways, whose number follows namespaces and load, not nodes.
 */
export function breakEvens(knowledge: EstimatorKnowledge, size: ClusterSize): BreakEven[] {
  const { perPod, perNode } = compared(knowledge, size)
  return perPod.flatMap((pod) =>
    perNode.map((node) => {
      const podsPerNode: Range = { low: node.mib.low / pod.mib.high, high: node.mib.high / pod.mib.low }
      return { perPod: pod.design.id, perNode: node.design.id, podsPerNode, mid: middle(podsPerNode) }
    }),
  )
}

/** The memory on one node by the number of pods on it, in MiB: the middle of each range, which is a guess. */
export interface Curve {
  readonly podsPerNode: readonly number[]
  readonly lines: readonly { readonly design: DesignId; readonly mib: readonly number[] }[]
}

const curvePoints = [1, 5, 10, 20, 30, 50, 80, 110] as const

/** The curves on which the break-even points lie. 110 pods is what kubelet allows on a node by default. */
export function breakEvenCurve(knowledge: EstimatorKnowledge, size: ClusterSize): Curve {
  const { perPod, perNode } = compared(knowledge, size)
  const drawn = ({ design }: Compared) => fits(design, knowledge, size.l7)
  return {
    podsPerNode: curvePoints,
    lines: [
      ...perPod.filter(drawn).map(({ design, mib }) => ({
        design: design.id,
        mib: curvePoints.map((pods) => pods * middle(mib)),
      })),
      ...perNode.filter(drawn).map(({ design, mib }) => ({
        design: design.id,
        mib: curvePoints.map(() => middle(mib)),
      })),
    ],
  }
}

/** Of two siblings that are compared, the one that does what is wanted. */
const fits = ({ sibling, readsHttp }: Design, { designs }: EstimatorKnowledge, l7: boolean): boolean =>
  sibling === undefined || !designs[sibling]?.breakEven || readsHttp === l7

/** A design and what its proxies take: on one pod, or on one node. */
interface Compared {
  readonly design: Design
  readonly mib: Range
}

/** The designs with a place in the comparison. One of whose parts nobody measured has none, nor one that takes nothing. */
function compared(knowledge: EstimatorKnowledge, size: ClusterSize) {
  const parameters = parametersOf(knowledge)
  const on = (placement: Design['placement'], among: number): Compared[] =>
    allDesigns(knowledge)
      .filter((design) => design.breakEven && design.placement === placement)
      .flatMap((design) => {
        const all = dataPlaneMiB(design, size, parameters)
        if (!all || all.low === 0) return []
        return [{ design, mib: share(all, among) }]
      })
  return { perPod: on('pod', size.pods), perNode: on('node', size.nodes) }
}

/** What follows neither pods nor nodes. */
const elsewhere = new Set<string | undefined>(['waypoints', 'gateways'])

function dataPlaneMiB(design: Design, size: ClusterSize, parameters: Parameters): Range | undefined {
  const memory = design.terms.memory.filter(({ plane, by }) => plane === 'data' && !elsewhere.has(by))
  const parts = designTerms({ ...design, terms: { ...design.terms, memory } }, size, parameters).memory
  const known = parts.flatMap(({ amount }) => amount ?? [])
  return parts.length > 0 && known.length === parts.length ? total(known) : undefined
}

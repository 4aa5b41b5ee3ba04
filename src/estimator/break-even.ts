import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { allDesigns, type Design } from './choose-design.ts'
import { type Parameters, parametersOf } from './parameters.ts'
import { exactly, middle, product, type Range, total } from './range.ts'

/** From how many pods per node on a design with proxies per node takes less memory than one with proxies per pod. */
export interface BreakEven {
  readonly perPod: DesignId
  readonly perNode: DesignId
  readonly podsPerNode: Range
  /** The geometric mean of the ends: a guess. */
  readonly mid: number
}

/**
 * Every pair of designs at a number of pods in the cluster. Control planes are left out on both sides, and so are
 * waypoints, whose number follows namespaces and load, not nodes.
 */
export function breakEvens(knowledge: EstimatorKnowledge, clusterPods: number): BreakEven[] {
  const { perPod, perNode } = compared(knowledge, clusterPods)
  return perPod.flatMap((pod) =>
    perNode.flatMap((node) => {
      if (pod.mib.low === 0) return []
      const podsPerNode: Range = { low: node.mib.low / pod.mib.high, high: node.mib.high / pod.mib.low }
      return [{ perPod: pod.design.id, perNode: node.design.id, podsPerNode, mid: middle(podsPerNode) }]
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
export function breakEvenCurve(knowledge: EstimatorKnowledge, clusterPods: number, l7: boolean): Curve {
  const { perPod, perNode } = compared(knowledge, clusterPods)
  const drawn = ({ design }: Compared) => fits(design, knowledge, l7)
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

/** The designs with a place in the comparison. One of whose parts nobody measured has none. */
function compared(knowledge: EstimatorKnowledge, clusterPods: number) {
  const parameters = parametersOf(knowledge)
  const on = (placement: Design['placement']): Compared[] =>
    allDesigns(knowledge)
      .filter((design) => design.breakEven && design.placement === placement)
      .flatMap((design) => {
        const mib = dataPlaneMiB(design, clusterPods, parameters)
        return mib ? [{ design, mib }] : []
      })
  return { perPod: on('pod'), perNode: on('node') }
}

function dataPlaneMiB({ placement, terms }: Design, clusterPods: number, parameters: Parameters): Range | undefined {
  const parts = terms.memory
    .filter(({ plane }) => plane === 'data')
    .flatMap(({ by, parameter }) => {
      const amount = parameters(parameter)
      if (placement === 'pod') return by === 'pods' ? [amount] : []
      if (by === 'cluster-pods') return [amount && product(amount, exactly(clusterPods))]
      return by === 'nodes' ? [amount] : []
    })
  const known = parts.filter((range) => range !== undefined)
  return parts.length > 0 && known.length === parts.length ? total(known) : undefined
}

import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
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

const perPodDesigns = ['istio-sidecar', 'linkerd', 'consul'] as const
const perNodeDesigns = ['istio-ambient-l4', 'cilium-l4', 'cilium-l7'] as const
const podParameter = {
  'istio-sidecar': 'pod-mem-istio-sidecar',
  linkerd: 'pod-mem-linkerd',
  consul: 'pod-mem-consul',
} as const

/**
 * Every pair of designs at a number of pods in the cluster. Control planes are left out on both sides, and so are
 * waypoints, whose number follows namespaces and load, not nodes.
 */
export function breakEvens(knowledge: EstimatorKnowledge, clusterPods: number): BreakEven[] {
  const parameters = parametersOf(knowledge)
  return perPodDesigns.flatMap((perPod) =>
    perNodeDesigns.flatMap((perNode) => {
      const pod = parameters(podParameter[perPod])
      const node = perNodeMiB(perNode, clusterPods, parameters)
      if (!pod || !node || pod.low === 0) return []
      const podsPerNode: Range = { low: node.low / pod.high, high: node.high / pod.low }
      return [{ perPod, perNode, podsPerNode, mid: middle(podsPerNode) }]
    }),
  )
}

function perNodeMiB(design: (typeof perNodeDesigns)[number], pods: number, parameters: Parameters): Range | undefined {
  const agent = () => {
    const slope = parameters('node-mem-cilium-slope')
    return [parameters('node-mem-cilium-agent'), slope && product(slope, exactly(pods))]
  }
  switch (design) {
    case 'istio-ambient-l4':
      return allOf([parameters('node-mem-ztunnel'), parameters('node-mem-istio-cni')])
    case 'cilium-l4':
      return allOf(agent())
    case 'cilium-l7':
      return allOf([...agent(), parameters('node-mem-cilium-envoy')])
  }
}

const allOf = (ranges: readonly (Range | undefined)[]): Range | undefined => {
  const known = ranges.filter((range) => range !== undefined)
  return known.length === ranges.length ? total(known) : undefined
}

/** The memory on one node by the number of pods on it, in MiB: the middle of each range, which is a guess. */
export interface Curve {
  readonly podsPerNode: readonly number[]
  readonly lines: readonly { readonly design: DesignId; readonly mib: readonly number[] }[]
}

const curvePoints = [1, 5, 10, 20, 30, 50, 80, 110] as const

/** The curves on which the break-even points lie. 110 pods is what kubelet allows on a node by default. */
export function breakEvenCurve(knowledge: EstimatorKnowledge, clusterPods: number, l7: boolean): Curve {
  const parameters = parametersOf(knowledge)
  const rising = perPodDesigns.flatMap((design) => {
    const pod = parameters(podParameter[design])
    return pod ? [{ design, mib: curvePoints.map((pods) => pods * middle(pod)) }] : []
  })
  const level = (['istio-ambient-l4', l7 ? 'cilium-l7' : 'cilium-l4'] as const).flatMap((design) => {
    const node = perNodeMiB(design, clusterPods, parameters)
    return node ? [{ design, mib: curvePoints.map(() => middle(node)) }] : []
  })
  return { podsPerNode: curvePoints, lines: [...rising, ...level] }
}

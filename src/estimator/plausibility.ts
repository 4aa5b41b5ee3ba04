import type { ClusterSize } from './cluster-size.ts'

/**
 * What Kubernetes is tested to: pods on a node, nodes and pods of a cluster. From "Considerations for large clusters":
 * https://kubernetes.io/docs/setup/best-practices/cluster-large/
 */
const tested = { podsPerNode: 110, nodes: 5_000, pods: 150_000 } as const
/** More requests a second than one pod is likely to answer. */
const likelyPerPod = 10_000

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** What of a size is hardly meant, or beyond what anybody tested: each a sentence. */
export function remarksOn({ pods, nodes, rps }: ClusterSize): readonly string[] {
  const perNode = pods / nodes
  return [
    ...(perNode > tested.podsPerNode
      ? [
          `${whole.format(pods)} pods on ${whole.format(nodes)} nodes are ${whole.format(perNode)} a node: Kubernetes is tested to ${tested.podsPerNode}.`,
        ]
      : []),
    ...(pods < nodes ? ['There are fewer pods than nodes: are the two the other way round?'] : []),
    ...(nodes > tested.nodes ? [`Kubernetes is tested to ${whole.format(tested.nodes)} nodes in a cluster.`] : []),
    ...(pods > tested.pods ? [`Kubernetes is tested to ${whole.format(tested.pods)} pods in a cluster.`] : []),
    ...(rps / pods > likelyPerPod
      ? [`${whole.format(rps)} requests a second are ${whole.format(rps / pods)} for each pod, more than most answer.`]
      : []),
  ]
}

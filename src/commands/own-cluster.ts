import type { KnownSize } from '../estimator/cluster-size.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'

/** What somebody says of their own cluster, to be drawn with one design of a mesh. */
export interface OwnCluster {
  readonly kind: 'own-cluster'
  readonly design: DesignId
  /** One of the modes that the design stands for, where that one is drawn otherwise. */
  readonly mode?: string
  readonly size: KnownSize
  readonly vms: number
  readonly clusters: number
}

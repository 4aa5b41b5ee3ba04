import type { SizeCondition } from '../knowledge/design-schema.ts'
import type { ClusterSize } from './cluster-size.ts'

const conditions = {
  'cni-added': ({ cilium }) => cilium === 'added',
  'cni-already': ({ cilium }) => cilium === 'already-cni',
  'cni-replaced': ({ cilium }) => cilium === 'replaces-cni',
  encrypted: (size) => size.encrypted,
  'waypoints-stated': ({ waypoints }) => waypoints !== undefined,
  'perhaps-unscoped': ({ scoped, services }) => scoped === undefined && services === undefined,
  'unscoped-by-pods': ({ scoped, services }) => scoped === false && services === undefined,
  'unscoped-by-services': ({ scoped, services }) => scoped !== true && services !== undefined,
  'gateways-stated': ({ gateways }) => gateways !== undefined,
  'connections-stated': ({ connections }) => connections !== undefined,
  ha: (size) => size.ha === true,
} as const satisfies Record<SizeCondition, (size: ClusterSize) => boolean>

interface Conditional {
  readonly if?: SizeCondition | undefined
  readonly unless?: SizeCondition | undefined
}

/** Whether a term or a note of a design counts at a size. */
export const appliesAt = (one: Conditional, size: ClusterSize): boolean =>
  (one.if === undefined || conditions[one.if](size)) && (one.unless === undefined || !conditions[one.unless](size))

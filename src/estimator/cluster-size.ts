import { z } from 'zod'
import { several } from '../wording.ts'

/** The part of Cilium that a mesh adds: all of it, only Envoy where Cilium runs already, or all but what it replaces. */
export const ciliumRoles = ['added', 'already-cni', 'replaces-cni'] as const

/**
 * What is allowed. Kubernetes is tested to 5,000 nodes, 150,000 pods and 110 pods a node
 * (kubernetes.io/docs/setup/best-practices/cluster-large); some providers go several times beyond each.
 */
export const most = {
  pods: 1_000_000,
  nodes: 65_000,
  podsPerNode: 1_000,
  rps: 10_000_000,
  calls: 1_000,
  depth: 100,
  services: 100_000,
  connections: 1_000_000,
  nodeGiB: 24_576,
}

const number = new Intl.NumberFormat('en')

const whole = (name: string, least: number, max: number) => {
  const allowed = `${name} must be a whole number from ${number.format(least)} to ${number.format(max)}.`
  return z.number(allowed).int(allowed).min(least, allowed).max(max, allowed)
}
const amount = (name: string, max: number) => {
  const allowed = `${name} must be a number from 0 to ${number.format(max)}.`
  return z.number(allowed).min(0, allowed).max(max, allowed)
}

/**
 * A cluster and its load. `rps` are user requests a second at the edge; each causes `calls` calls between services, of
 * which `depth` are one after another on the slowest path.
 */
export const clusterSizeSchema = z
  .strictObject({
    pods: whole('Pods', 1, most.pods),
    nodes: whole('Nodes', 1, most.nodes),
    rps: amount('Requests a second', most.rps),
    calls: amount('Calls for each request', most.calls),
    depth: whole('Calls one after another', 0, most.depth),
    l7: z.boolean().describe('HTTP routing, retries or HTTP authorization are wanted'),
    waypoints: whole('Waypoints', 0, most.pods).exactOptional(),
    services: whole('Services', 1, most.services).exactOptional(),
    scoped: z.boolean().describe('each Envoy is told only of the services that its pod calls').exactOptional(),
    gateways: whole('Gateways', 0, most.pods).exactOptional(),
    connections: whole('Connections of a pod', 0, most.connections).exactOptional(),
    nodeGiB: amount('GiB of a node', most.nodeGiB).exactOptional(),
    prices: z.string().describe('the id of the place whose prices are paid').exactOptional(),
    ha: z.boolean().describe('control plane and proxies by the values for high availability').exactOptional(),
    consulServers: whole('Consul servers', 1, 99),
    cilium: z.enum(ciliumRoles),
    encrypted: z.boolean().describe('Cilium at layer 4 with WireGuard and mutual authentication'),
  })
  .refine(({ pods, nodes }) => pods / nodes <= most.podsPerNode, {
    path: ['pods'],
    message: `That is more than ${number.format(most.podsPerNode)} pods a node: take fewer pods or more nodes.`,
    when: ({ issues }) => issues.length === 0,
  })
  .refine(({ calls, depth }) => depth <= Math.ceil(calls), {
    path: ['depth'],
    message: 'No more calls can come one after another than a request makes in all: take fewer, or more calls.',
    when: ({ issues }) => issues.length === 0,
  })
  .refine(({ l7, waypoints }) => !(l7 && waypoints === 0), {
    path: ['waypoints'],
    message:
      'Layer 7 takes a waypoint in ambient mode: leave the waypoints out to have them counted, or leave layer 7 out.',
    when: ({ issues }) => issues.length === 0,
  })
  .refine(({ l7, waypoints = 0 }) => l7 || waypoints === 0, {
    path: ['waypoints'],
    message: 'Waypoints are there for layer 7 alone: ask for layer 7, or leave them out.',
    when: ({ issues }) => issues.length === 0,
  })

export type ClusterSize = z.infer<typeof clusterSizeSchema>

/** One thing wrong with a size: which field, and a sentence that says what is allowed. */
export interface SizeProblem {
  readonly field: string
  readonly message: string
}

/** A size that was said in part, and completed. */
export interface KnownSize {
  readonly stated: StatedSize
  readonly size: ClusterSize
  /** What was not said, and so taken for granted: each as it reads in a list. */
  readonly assumptions: readonly string[]
}

export type Sized =
  | ({ readonly ok: true } & KnownSize)
  | { readonly ok: false; readonly problems: readonly SizeProblem[] }

/** What somebody said of a size: any part may be missing. `hops` stands for calls and depth, and goes with neither. */
export interface StatedSize extends Partial<Omit<ClusterSize, 'depth'>> {
  readonly depth?: number
  readonly hops?: number
}

export const podsPerNodeAssumed = 25
export const defaultConsulServers = 3
const defaults = { pods: 500, rps: 1_000, hops: 3, consulServers: defaultConsulServers } as const

const hopsAndMore = 'Hops set the calls in all and those one after another: say hops alone, or calls and depth.'

/**
 * Completes a stated size, telling every assumption, or says what is wrong with it, field by field. `l7` is what goes
 * without saying, by the modes that are asked about.
 */
export function completeSize(said: StatedSize, l7?: boolean): Sized {
  const { hops, ...stated } = said
  if (hops !== undefined && (stated.calls !== undefined || stated.depth !== undefined)) {
    return { ok: false, problems: [{ field: 'hops', message: hopsAndMore }] }
  }
  const pods = stated.pods ?? (stated.nodes === undefined ? defaults.pods : stated.nodes * podsPerNodeAssumed)
  const calls = stated.calls ?? hops ?? stated.depth ?? defaults.hops
  const parsed = clusterSizeSchema.safeParse({
    // Whoever counts waypoints wants layer 7.
    l7: l7 ?? (stated.waypoints ?? 0) > 0,
    consulServers: defaults.consulServers,
    cilium: 'added',
    encrypted: true,
    rps: defaults.rps,
    ...stated,
    pods,
    nodes: stated.nodes ?? Math.max(1, Math.ceil(pods / podsPerNodeAssumed)),
    calls,
    depth: stated.depth ?? hops ?? Math.ceil(calls),
  })
  if (!parsed.success) {
    const fieldOf = (path: readonly PropertyKey[]) => String(path[0] ?? 'pods')
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => ({ field: fieldOf(path), message })),
    }
  }
  return { ok: true, stated: said, size: parsed.data, assumptions: assumptions(said, parsed.data) }
}

/** A size that says itself whether layer 7 is wanted, where that went without saying: to be asked of other designs too. */
export function sayingLayer(known: KnownSize): KnownSize {
  const { stated, size } = known
  const goesUnsaid = stated.l7 === undefined && size.l7 !== (stated.waypoints ?? 0) > 0
  return goesUnsaid ? { ...known, stated: { ...stated, l7: size.l7 } } : known
}

function assumptions(stated: StatedSize, size: ClusterSize): string[] {
  const chain = stated.calls ?? stated.hops ?? stated.depth
  return [
    ...(stated.pods === undefined ? [several(size.pods, 'pod')] : []),
    ...(stated.nodes === undefined ? [several(size.nodes, 'node')] : []),
    ...(stated.rps === undefined ? [`${several(size.rps, 'request')} a second`] : []),
    ...(chain === undefined ? [`each request makes ${several(size.calls, 'call')} one after another`] : []),
    ...(stated.l7 === undefined && !size.l7 ? ['encryption only, nothing of layer 7'] : []),
  ]
}

/**
 * Waypoints where none are stated: two for each namespace, taking one namespace for every 100 pods, and as many that
 * none needs more than one vCPU by the worst measurement (0.79 vCPU for 1,000 calls a second).
 */
export function waypointsOf(size: ClusterSize, vcpuPerThousandCalls: number): number {
  if (size.waypoints !== undefined) return size.waypoints
  const byLoad = Math.ceil(((size.rps * size.calls) / 1_000) * vcpuPerThousandCalls)
  return Math.max(2 * Math.ceil(size.pods / 100), byLoad)
}

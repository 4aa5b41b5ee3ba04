import type { DesignId } from '../knowledge/estimator-schema.ts'
import { type ClusterSize, waypointsOf } from './cluster-size.ts'
import type { Parameters } from './parameters.ts'
import { exactly, type Range } from './range.ts'
import { type Count, largerTerm, type Term, times } from './term.ts'

/** The terms of one design at one size: memory in MiB, CPU in vCPU, latency in ms, and what the chart reserves. */
export interface DesignTerms {
  readonly memory: readonly Term[]
  readonly cpu: readonly Term[]
  readonly latency: readonly Term[]
  readonly reservedMemory: readonly Term[]
  readonly reservedCpu: readonly Term[]
}

const nothingReserved = { reservedMemory: [], reservedCpu: [] } as const

/** The terms of a design, by the formulas in docs/estimator.md. */
export function designTerms(design: DesignId, size: ClusterSize, parameters: Parameters): DesignTerms {
  const build = builder(size, parameters)
  switch (design) {
    case 'istio-sidecar':
      return istioSidecar(build)
    case 'istio-ambient-l4':
      return ambient(build, false)
    case 'istio-ambient-waypoint':
      return ambient(build, true)
    case 'linkerd':
      return {
        memory: [
          build.data('Sidecars', 'pod-mem-linkerd', build.pods),
          build.control('Control plane', 'cp-mem-linkerd'),
        ],
        cpu: [build.data('Sidecars', 'cpu-linkerd', build.passages(2))],
        latency: [build.data('Calls', 'lat-linkerd', build.depth)],
        ...nothingReserved,
      }
    case 'consul':
      return consul(build)
    case 'cilium-l4':
      return {
        memory: ciliumAgents(build, size),
        cpu: ciliumAgentCpu(build, size),
        latency: [build.data('Calls', size.encrypted ? 'lat-cilium-l4' : 'lat-cilium-l4-plain', build.depth)],
        ...nothingReserved,
      }
    case 'cilium-l7':
      return {
        memory: [...ciliumAgents(build, size), build.data('Envoy', 'node-mem-cilium-envoy', build.nodes)],
        cpu: [...ciliumAgentCpu(build, size), build.data('Envoy', 'cpu-cilium-envoy', build.passages(1))],
        latency: [build.data('Calls', 'lat-cilium-l7', build.depth)],
        ...nothingReserved,
      }
  }
}

type Builder = ReturnType<typeof builder>

function builder(size: ClusterSize, parameters: Parameters) {
  const waypoints = waypointsOf(size, parameters('cpu-waypoint')?.high ?? 1)
  const thousandCalls = (size.rps * size.calls) / 1_000
  const one: Count = { of: undefined, number: exactly(1) }
  return {
    pods: count('pods', size.pods),
    nodes: count('nodes', size.nodes),
    waypoints: count('waypoints', waypoints),
    servers: count('servers', size.consulServers),
    depth: count('calls in a row', size.depth),
    clusterPods: (nodes: number): Count => count('nodes × pods', nodes * size.pods),
    /** Thousands of times a second that a proxy of this kind is passed. */
    passages: (perCall: number): Count => count('thousand passages a second', perCall * thousandCalls),
    /** The proxies that istiod serves in ambient mode: how it grows there was not measured, so nodes to pods. */
    ambientProxies: (withWaypoints: boolean): Count => {
      const fewest = size.nodes + (withWaypoints ? waypoints : 0)
      const number: Range = { low: Math.min(fewest, size.pods), high: Math.max(size.pods, fewest) }
      return { of: 'connected proxies', number }
    },
    data: (what: string, parameter: string, number: Count): Term =>
      times(parameters, what, 'data-plane', parameter, number),
    control: (what: string, parameter: string, number: Count = one): Term =>
      times(parameters, what, 'control-plane', parameter, number),
  }
}

const count = (of: string, number: number): Count => ({ of, number: exactly(number) })

const istiod = (build: Builder, proxies: Count): Term =>
  largerTerm(build.control('istiod', 'cp-mem-istio-floor'), build.control('istiod', 'cp-mem-istio-slope', proxies))

const istioSidecar = (build: Builder): DesignTerms => ({
  memory: [build.data('Sidecars', 'pod-mem-istio-sidecar', build.pods), istiod(build, build.pods)],
  cpu: [
    build.data('Sidecars', 'cpu-istio-sidecar', build.passages(2)),
    build.control('istiod', 'cp-cpu-istio', build.pods),
  ],
  latency: [build.data('Calls', 'lat-istio-sidecar', build.depth)],
  reservedMemory: [
    build.data('Sidecars', 'req-mem-istio-proxy', build.pods),
    build.control('istiod', 'req-mem-istiod'),
  ],
  reservedCpu: [build.data('Sidecars', 'req-cpu-istio-proxy', build.pods), build.control('istiod', 'req-cpu-istiod')],
})

function ambient(build: Builder, waypoint: boolean): DesignTerms {
  const proxies = build.ambientProxies(waypoint)
  const onlyWith = (term: Term): Term[] => (waypoint ? [term] : [])
  return {
    memory: [
      build.data('ztunnel', 'node-mem-ztunnel', build.nodes),
      build.data('istio-cni', 'node-mem-istio-cni', build.nodes),
      ...onlyWith(build.data('Waypoints', 'waypoint-mem', build.waypoints)),
      istiod(build, proxies),
    ],
    cpu: [
      build.data('ztunnel', 'cpu-ztunnel', build.passages(2)),
      ...onlyWith(build.data('Waypoints', 'cpu-waypoint', build.passages(1))),
      build.control('istiod', 'cp-cpu-istio', proxies),
    ],
    latency: [build.data('Calls', waypoint ? 'lat-istio-ambient-waypoint' : 'lat-istio-ambient-l4', build.depth)],
    reservedMemory: [
      build.data('ztunnel', 'req-mem-ztunnel', build.nodes),
      build.data('istio-cni', 'req-mem-istio-cni', build.nodes),
      ...onlyWith(build.data('Waypoints', 'req-mem-waypoint', build.waypoints)),
      build.control('istiod', 'req-mem-istiod'),
    ],
    reservedCpu: [
      build.data('ztunnel', 'req-cpu-ztunnel', build.nodes),
      build.data('istio-cni', 'req-cpu-istio-cni', build.nodes),
      ...onlyWith(build.data('Waypoints', 'req-cpu-waypoint', build.waypoints)),
      build.control('istiod', 'req-cpu-istiod'),
    ],
  }
}

const consul = (build: Builder): DesignTerms => ({
  memory: [
    build.data('Sidecars', 'pod-mem-consul', build.pods),
    build.control('Servers', 'cp-mem-consul-server', build.servers),
    build.control('Injector', 'cp-mem-consul-injector'),
  ],
  cpu: [build.data('Sidecars', 'cpu-consul', build.passages(2))],
  latency: [build.data('Calls', 'lat-consul', build.depth)],
  reservedMemory: [
    build.control('Servers', 'req-mem-consul-server', build.servers),
    build.control('Injector', 'req-mem-consul-injector'),
  ],
  reservedCpu: [
    build.control('Servers', 'req-cpu-consul-server', build.servers),
    build.control('Injector', 'req-cpu-consul-injector'),
  ],
})

/** Where Cilium is the CNI already, its agents are no cost of the mesh. */
function ciliumAgents(build: Builder, size: ClusterSize): Term[] {
  if (size.cilium === 'already-cni') return []
  return [
    build.data('Agents', 'node-mem-cilium-agent', build.nodes),
    build.data('Agents, for each pod of the cluster', 'node-mem-cilium-slope', build.clusterPods(size.nodes)),
  ]
}

const ciliumAgentCpu = (build: Builder, { cilium }: ClusterSize): Term[] =>
  cilium === 'already-cni' ? [] : [build.data('Agents', 'cpu-cilium-node', build.nodes)]

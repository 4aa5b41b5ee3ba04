import type { ClusterSize } from '../estimator/cluster-size.ts'
import type { Estimate } from '../estimator/estimate.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { Arrow, Group, Part, Scene } from './scene.ts'

/** A team's own cluster with one design of a mesh. */
export interface OwnCluster {
  readonly design: DesignId
  readonly estimate: Estimate
  readonly size: ClusterSize
  readonly waypoints: number
  readonly vms: number
  readonly clusters: number
  /** What the knowledge says of virtual machines in this mesh, and whether they can join. */
  readonly machines: { readonly join: boolean; readonly says: string }
}

const number = new Intl.NumberFormat('en')
const several = (amount: number, one: string, many = `${one}s`): string =>
  `${number.format(amount)} ${amount === 1 ? one : many}`

/** What would run where. */
export function clusterScene(own: OwnCluster): Scene {
  const { estimate, size, clusters, vms } = own
  const plan = planOf(own)
  const perNode = number.format(Math.ceil(size.pods / size.nodes))
  const cluster = clusters > 1 ? `${several(clusters, 'cluster')}, each of ` : ''
  const pod: Group = {
    id: 'pod',
    title: `Pods, up to ${perNode} a node`,
    kind: 'pod',
    children: [{ id: 'app', name: 'App', kind: 'app', detail: several(size.pods, 'pod') }, ...plan.inPod],
  }
  const kernel: Group[] =
    plan.inKernel.length > 0 ? [{ id: 'kernel', title: 'Kernel', kind: 'kernel', children: plan.inKernel }] : []
  const node: Group = {
    id: 'node',
    title: several(size.nodes, 'node'),
    kind: 'node',
    children: [pod, ...kernel, ...plan.onNode],
  }
  return {
    id: `mine-${own.design}`,
    title: `Your cluster with ${estimate.name}`,
    gist: `${cluster}${several(size.pods, 'pod')} on ${several(size.nodes, 'node')}${vms > 0 ? `, and ${several(vms, 'virtual machine')}` : ''}.`,
    boxes: [
      node,
      ...plan.inMesh,
      ...machinesOf(own, plan),
      { id: 'control-plane', title: 'Control plane', kind: 'control-plane', children: plan.control },
    ],
    arrows: [...plan.arrows, ...machineArrows(own, plan)],
    story: storyOf(own, plan),
  }
}

interface Plan {
  readonly inPod: readonly Part[]
  readonly inKernel: readonly Part[]
  readonly onNode: readonly Part[]
  readonly inMesh: readonly Part[]
  readonly control: readonly Part[]
  readonly arrows: readonly Arrow[]
  /** The proxy that a machine beside the cluster would have. */
  readonly proxy: string
  /** The part of the control plane that configures it. */
  readonly from: string
  readonly label: string
  readonly says: readonly string[]
}

const nothing = { inPod: [], inKernel: [], onNode: [], inMesh: [] } as const

const up = (from: string, to: string, label: string): Arrow => ({ from, to, carries: 'config', label, runs: 'up' })
const down = (from: string, to: string, label: string): Arrow => ({ from, to, carries: 'plain', label, runs: 'down' })

function planOf({ design, size, waypoints, clusters }: OwnCluster): Plan {
  const pods = number.format(size.pods)
  const nodes = number.format(size.nodes)
  const istiod: Part = { id: 'istiod', name: 'istiod', detail: 'configuration and CA', kind: 'control' }
  const sidecar = (name: string): Plan['inPod'] => [{ id: 'proxy', name, detail: `${pods} sidecars`, kind: 'proxy-l7' }]
  switch (design) {
    case 'istio-sidecar':
      return {
        ...nothing,
        inPod: sidecar('Envoy'),
        control: [istiod],
        arrows: [down('app', 'proxy', 'plain HTTP'), up('istiod', 'proxy', 'xDS, certificates')],
        ...{ proxy: 'Envoy', from: 'istiod', label: 'xDS, certificates' },
        says: [`An Envoy stands in each of the ${pods} pods.`, 'istiod serves them all.'],
      }
    case 'istio-ambient-l4':
    case 'istio-ambient-waypoint':
      return ambientPlan(size, design === 'istio-ambient-waypoint' ? waypoints : 0, istiod)
    case 'linkerd':
      return {
        ...nothing,
        inPod: sidecar('linkerd2-proxy'),
        control: [{ id: 'linkerd', name: 'Linkerd', detail: 'destination, identity', kind: 'control' }],
        arrows: [down('app', 'proxy', 'plain HTTP'), up('linkerd', 'proxy', 'endpoints, certificates')],
        ...{ proxy: 'linkerd2-proxy', from: 'linkerd', label: 'endpoints, certificates' },
        says: [
          `A linkerd2-proxy stands in each of the ${pods} pods.`,
          'The destination and identity services serve them all.',
        ],
      }
    case 'consul':
      return {
        ...nothing,
        inPod: sidecar('Envoy'),
        control: [
          { id: 'servers', name: 'Consul servers', detail: several(size.consulServers, 'server'), kind: 'control' },
        ],
        arrows: [down('app', 'proxy', 'plain'), up('servers', 'proxy', 'xDS, certificates')],
        ...{ proxy: 'Envoy', from: 'servers', label: 'xDS, certificates' },
        says: [
          `An Envoy, run by consul-dataplane, stands in each of the ${pods} pods.`,
          `${several(size.consulServers, 'Consul server')} ${size.consulServers === 1 ? 'serves' : 'serve'} them all.`,
        ],
      }
    case 'cilium-l4':
    case 'cilium-l7':
      return ciliumPlan(nodes, design === 'cilium-l7', clusters)
  }
}

function ambientPlan(size: ClusterSize, waypoints: number, istiod: Part): Plan {
  const nodes = number.format(size.nodes)
  const waypoint = waypoints > 0
  return {
    ...nothing,
    onNode: [{ id: 'proxy', name: 'ztunnel', detail: `${nodes}, one per node`, kind: 'proxy-l4' }],
    inMesh: waypoint
      ? [{ id: 'waypoint', name: 'Waypoints', detail: `${number.format(waypoints)} Envoys`, kind: 'proxy-l7' }]
      : [],
    control: [istiod],
    arrows: [
      down('app', 'proxy', 'redirected'),
      up('istiod', 'proxy', 'workloads, certificates'),
      ...(waypoint
        ? [
            { from: 'proxy', to: 'waypoint', carries: 'encrypted', label: 'mutual TLS', runs: 'across' } as const,
            up('istiod', 'waypoint', 'xDS, certificates'),
          ]
        : []),
    ],
    ...{ proxy: 'Envoy', from: 'istiod', label: 'xDS, certificates' },
    says: [
      `A ztunnel stands on each of the ${nodes} nodes, and no proxy in the pods.`,
      ...(waypoint
        ? [`${number.format(waypoints)} waypoints, which are Envoys, read HTTP for the whole cluster.`]
        : []),
      'istiod serves them all.',
    ],
  }
}

function ciliumPlan(nodes: string, envoy: boolean, clusters: number): Plan {
  const agent: Part = { id: 'agent', name: 'cilium-agent', detail: `${nodes}, one per node`, kind: 'agent' }
  return {
    ...nothing,
    inKernel: [{ id: 'ebpf', name: 'eBPF', detail: `${nodes} kernels`, kind: 'kernel' }],
    onNode: [
      ...(envoy ? [{ id: 'proxy', name: 'Envoy', detail: `${nodes}, one per node`, kind: 'proxy-l7' } as const] : []),
      agent,
    ],
    control: [{ id: 'api', name: 'Kubernetes API', detail: 'and cilium-operator', kind: 'control' }],
    arrows: [
      down('app', 'ebpf', 'packets'),
      ...(envoy
        ? [down('ebpf', 'proxy', 'HTTP with a rule'), up('agent', 'proxy', 'xDS')]
        : [up('agent', 'ebpf', 'programs, maps')]),
      up('api', 'agent', 'watched'),
    ],
    ...{ proxy: 'cilium-agent', from: 'api', label: 'watched' },
    says: [
      `eBPF works in the kernel of each of the ${nodes} nodes, and no proxy stands in the pods.`,
      ...(envoy ? ['An Envoy on each node reads HTTP where a rule asks for it.'] : []),
      'An agent on each node configures both from the Kubernetes API.',
      ...(clusters > 1 ? ['Each cluster has its own; Cluster Mesh joins them.'] : []),
    ],
  }
}

function machinesOf({ vms, machines }: OwnCluster, { proxy }: Plan): Group[] {
  if (vms === 0) return []
  const app: Part = { id: 'vm-app', name: 'App', detail: several(vms, 'machine'), kind: 'app' }
  const joined: Part[] = machines.join
    ? [{ id: 'vm-proxy', name: proxy, detail: `${number.format(vms)}, one per machine`, kind: 'proxy-l7' }]
    : []
  return [{ id: 'machines', title: 'Virtual machines', kind: 'outside', children: [app, ...joined] }]
}

const machineArrows = ({ vms, machines }: OwnCluster, { from, label }: Plan): Arrow[] =>
  vms > 0 && machines.join ? [down('vm-app', 'vm-proxy', 'plain'), up(from, 'vm-proxy', label)] : []

const storyOf = ({ vms, machines, clusters }: OwnCluster, { says }: Plan): string[] => [
  ...says,
  ...(clusters > 1 ? [`The picture shows one of the ${clusters} clusters.`] : []),
  ...(vms > 0 ? [machines.says] : []),
]

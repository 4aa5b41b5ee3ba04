/** A team's needs, as a requirements file has them, with the candidate that should win and why. */
export interface Scenario {
  readonly name: string
  readonly file: object
  /** A mesh, or a mesh in a mode: "istio/sidecar". */
  readonly winner: string
  /** That it may share the first place: a tie, in which it stands level with another. */
  readonly isLevel?: true
  readonly because: string
}

/** Every bullet of the founding article's four lists "Choose … when". */
export const articleScenarios: readonly Scenario[] = [
  {
    name: 'Istio: the deepest feature set',
    file: {
      constraints: { 'fault-injection': 'must', 'external-authorization': 'must', 'rate-limiting': 'must' },
      priorities: { features: 5 },
    },
    winner: 'istio/sidecar',
    because: 'Linkerd asks no outside authorizer, Cilium injects no faults, ambient has no rate limits.',
  },
  {
    name: 'Istio: a hybrid of VMs and Kubernetes',
    file: {
      constraints: { 'non-kubernetes': 'must' },
      circumstances: { runs: ['vms'], 'envoy-skill': 'good' },
      priorities: { features: 4 },
    },
    winner: 'istio/sidecar',
    because: 'Sidecar mode takes machines in, and a team at home in Envoy gets the broader features.',
  },
  {
    name: 'Istio: a team that can manage Envoy',
    file: { circumstances: { 'envoy-skill': 'good', 'team-size': 12 } },
    winner: 'istio',
    because: 'The skill that Istio asks for is there, so its simplicity weighs no more than anything else.',
  },
  {
    name: 'Istio: enterprise support',
    file: { constraints: { 'commercial-support': 'must' } },
    winner: 'istio',
    because: 'It alone has several vendors to choose from.',
  },
  {
    name: 'Linkerd: simplicity and low overhead',
    file: { priorities: { simplicity: 5, latency: 4, memory: 4 } },
    winner: 'linkerd',
    because: 'Easiest to install and run, with the smallest sidecar.',
  },
  {
    name: 'Linkerd: the fastest path to mTLS and observability',
    file: { constraints: { 'mutual-tls': 'must' }, priorities: { simplicity: 5, observability: 4 } },
    winner: 'linkerd',
    because: 'mTLS is on by default, and dashboards and metrics are its own.',
  },
  {
    name: 'Linkerd: a small team',
    file: { circumstances: { 'team-size': 2 } },
    winner: 'linkerd',
    because: 'Two people have nobody to spare for a mesh.',
  },
  {
    name: 'Linkerd: Kubernetes only',
    file: { constraints: { 'non-kubernetes': 'dont-care' }, circumstances: { runs: ['kubernetes'] } },
    winner: 'linkerd',
    because: 'Without machines outside, its weak side does not count.',
  },
  {
    name: 'Consul: Consul is there already',
    file: { circumstances: { runs: ['consul'] } },
    winner: 'consul',
    because: 'Servers, catalogue and know-how are there.',
  },
  {
    name: 'Consul: workloads on VMs and Kubernetes',
    file: { constraints: { 'non-kubernetes': 'must' }, circumstances: { runs: ['vms'] } },
    winner: 'consul',
    because: 'Of the two that take machines fully it takes most kinds of them.',
  },
  {
    name: 'Consul: several datacentres',
    file: {
      constraints: { 'multi-cluster': 'must', 'non-kubernetes': 'must' },
      circumstances: { runs: ['vms', 'bare-metal'] },
      priorities: { 'multi-cluster': 4 },
    },
    winner: 'consul',
    because: 'Datacentres are more than clusters: its federation spans machines and Kubernetes.',
  },
  {
    name: 'Consul: Terraform, Vault and Nomad',
    file: { circumstances: { runs: ['terraform', 'vault', 'nomad'] } },
    winner: 'consul',
    because: 'Nomad jobs join its mesh, and Vault is its certificate authority.',
  },
  {
    name: 'Cilium: performance, and sidecars are unacceptable',
    file: { constraints: { 'no-sidecar': 'must' }, priorities: { latency: 5, memory: 5 } },
    winner: 'cilium',
    because: 'Without a proxy in the path of a request there is the least to pay per request.',
  },
  {
    name: 'Cilium: network, security and mesh in one',
    file: { circumstances: { cni: 'cilium' } },
    winner: 'cilium',
    because: 'As the network plug-in it is there, and its mesh features are switched on.',
  },
  {
    name: 'Cilium: at home with eBPF',
    file: { circumstances: { 'ebpf-skill': 'good' } },
    winner: 'cilium',
    because: 'Its faults take eBPF skills to find, and they are there.',
  },
  {
    name: 'Cilium: large clusters',
    file: { circumstances: { pods: 5000, nodes: 150, cni: 'cilium' }, priorities: { memory: 5 } },
    winner: 'cilium',
    because:
      'It adds no proxies to pods, and its agents run anyway. Beside another network plug-in ambient takes less.',
  },
]

/** Teams of our own making. */
export const ownScenarios: readonly Scenario[] = [
  {
    name: 'three people without Envoy skills who want it simple',
    file: { circumstances: { 'team-size': 3, 'envoy-skill': 'none' }, priorities: { simplicity: 5 } },
    winner: 'linkerd',
    because: 'It is the easiest, and its proxy is none to learn.',
  },
  {
    name: 'a HashiCorp shop with machines',
    file: { circumstances: { runs: ['consul', 'vault', 'nomad', 'vms'] } },
    winner: 'consul',
    because: 'All that it needs is there.',
  },
  {
    name: 'a large cluster on Cilium that pays for memory',
    file: { circumstances: { cni: 'cilium', pods: 5000 }, priorities: { memory: 5, latency: 4 } },
    winner: 'cilium',
    because: 'The agent runs anyway, and no pod gets a proxy.',
  },
  {
    name: 'a QA department that lives from injected faults, with Envoy people',
    file: {
      constraints: { 'fault-injection': 'must', 'rate-limiting': 'must', 'external-authorization': 'must' },
      circumstances: { 'envoy-skill': 'good' },
    },
    winner: 'istio/sidecar',
    because: 'Only sidecars have all three in the open source edition.',
  },
  {
    name: 'production mTLS without sidecars',
    file: { constraints: { 'no-sidecar': 'must', 'mutual-tls': 'must' } },
    winner: 'istio/ambient',
    because: "Cilium's workload mTLS is a beta, ambient's is stable.",
  },
  {
    name: 'open source and machines',
    file: { constraints: { 'open-source-licence': 'must', 'non-kubernetes': 'must' } },
    winner: 'istio/sidecar',
    because: "Consul's licence is out, and Linkerd takes machines only by manual work.",
  },
  {
    name: 'a federal contractor: FIPS, support and several clusters',
    file: { constraints: { fips: 'must', 'commercial-support': 'must', 'multi-cluster': 'must' } },
    winner: 'linkerd',
    isLevel: true,
    because:
      'FIPS builds and support are sold for all; its way to join clusters is stable and that of Istio a beta, which has more vendors.',
  },
  {
    name: 'traces end to end in a cluster on Cilium',
    file: { constraints: { tracing: 'must' }, circumstances: { cni: 'cilium' }, priorities: { simplicity: 4 } },
    winner: 'linkerd',
    because: 'Cilium makes no spans, so the network plug-in does not help.',
  },
  {
    name: 'decisions by an outside policy engine, simple otherwise',
    file: { constraints: { 'external-authorization': 'must' }, priorities: { features: 4, security: 4 } },
    winner: 'istio',
    because: 'Linkerd has no hook for it, and Istio has it as a resource of its own.',
  },
  {
    name: 'vendor neutrality above all',
    file: { constraints: { 'open-source-licence': 'must' }, priorities: { ecosystem: 5 } },
    winner: 'istio',
    because: 'A foundation, several vendors, and Gateway API for ingress and mesh.',
  },
  {
    name: 'who calls whom, and nothing else',
    file: { priorities: { observability: 5, simplicity: 3 } },
    winner: 'linkerd',
    because: 'Metrics and dashboard are its own, and it is easy to put in.',
  },
  {
    name: 'mTLS is a must in a small cluster on Cilium',
    file: {
      constraints: { 'mutual-tls': 'must' },
      circumstances: { cni: 'cilium', 'team-size': 3 },
      priorities: { security: 3 },
    },
    winner: 'linkerd',
    because: 'A beta is not what a must asks for, whatever the network plug-in.',
  },
  {
    name: 'every feature there is, and people for it',
    file: { circumstances: { 'team-size': 15, 'envoy-skill': 'good' }, priorities: { features: 5, security: 4 } },
    winner: 'istio/sidecar',
    because: 'The broadest set, most of it stable and free.',
  },
  {
    name: 'tiny nodes at the edge, one person',
    file: { circumstances: { 'team-size': 1, 'envoy-skill': 'none' }, priorities: { memory: 4, simplicity: 4 } },
    winner: 'linkerd',
    because: 'Small proxies and little to run.',
  },
  {
    name: 'Dataplane V2 and latency',
    file: { circumstances: { cni: 'gke-dataplane-v2' }, priorities: { latency: 5 }, candidates: ['linkerd', 'cilium'] },
    winner: 'cilium',
    because: 'It is Cilium underneath, and adds the least to a request.',
  },
  {
    name: 'a new network plug-in is out of the question, in a large cluster without sidecars',
    file: {
      constraints: { 'no-sidecar': 'must', 'mutual-tls': 'should' },
      circumstances: { cni: 'aws-vpc-cni', pods: 3000 },
      priorities: { memory: 5 },
    },
    winner: 'istio/ambient',
    because: 'Ambient costs per node too, and leaves the network plug-in alone.',
  },
  {
    name: 'Nomad and no Kubernetes worth the name',
    file: { constraints: { 'non-kubernetes': 'must' }, circumstances: { runs: ['nomad'] } },
    winner: 'consul',
    because: 'It is the mesh of Nomad.',
  },
  {
    name: 'ECS beside EKS',
    file: { constraints: { 'non-kubernetes': 'must' }, circumstances: { runs: ['ecs'] } },
    winner: 'consul',
    because: 'It has tasks of ECS in the same mesh.',
  },
  {
    name: 'many clusters, few people',
    file: { constraints: { 'multi-cluster': 'must' }, circumstances: { clusters: 6, 'team-size': 4 } },
    winner: 'linkerd',
    because: 'Services are mirrored without a shared control plane, and little is to be run.',
  },
  {
    name: 'Gateway API everywhere, with a choice of vendors',
    file: {
      constraints: { 'gateway-api': 'must', 'commercial-support': 'must' },
      priorities: { ecosystem: 4, features: 3 },
    },
    winner: 'istio',
    because: 'It conforms for ingress and mesh, and several vendors stand behind it.',
  },
  {
    name: 'Istio is there already and works',
    file: { circumstances: { runs: ['istio'] } },
    winner: 'istio',
    because: 'A switch is expensive, and nothing speaks for one.',
  },
  {
    name: 'paths, methods and JWT for auditors',
    file: {
      constraints: { 'l7-authorization': 'must', 'external-authorization': 'should' },
      circumstances: { 'team-size': 8 },
      priorities: { security: 5, ecosystem: 3 },
    },
    winner: 'istio',
    because: 'The finest rules, under a licence and a foundation without strings.',
  },
  {
    name: 'only Linkerd and Consul are allowed, on Kubernetes',
    file: { circumstances: { 'team-size': 6, runs: ['kubernetes'] }, candidates: ['linkerd', 'consul'] },
    winner: 'linkerd',
    because: 'Less to run, and what Consul does better is not asked for.',
  },
]

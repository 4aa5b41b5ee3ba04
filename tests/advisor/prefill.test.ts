import { describe, expect, test } from 'vitest'
import { createPrefill } from '../../src/advisor/prefill.ts'
import { fromWords } from '../../src/advisor/words.ts'
import { spell } from '../../src/commands/table.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { runCommand } from '../helpers/run-command.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'
import { basis } from './basis.ts'

const meshwise = createMeshwise(basis.knowledge)

const asked = (text: string, context?: Parameters<typeof meshwise.ask>[1]) => {
  const reply = meshwise.ask(text, context)
  if (reply.answer.kind !== 'recommend') throw new Error(`answered as ${reply.answer.kind}`)
  return { ...reply, answer: reply.answer, requirements: reply.answer.recommendation.requirements }
}

test('a question gives its circumstances, and is answered right away', () => {
  const { requirements, answer } = asked(
    "which mesh should we pick? we're three people, Kubernetes only, just want mTLS",
  )
  expect(requirements).toMatchObject({
    constraints: { 'mutual-tls': 'should', 'non-kubernetes': 'dont-care' },
    circumstances: { 'team-size': 3, runs: ['kubernetes'] },
    priorities: { simplicity: 4 },
  })
  expect(answer.headline).toMatch(/^Linkerd fits best/)
  expect(answer.assumptions.length).toBeGreaterThan(0)
})

test('what is needed is a must, what is there already is no candidate', () => {
  const { requirements } = asked(
    'We already use Consul and half of it runs on VMs, fips is a must. Which mesh fits us?',
  )
  expect(requirements.constraints).toMatchObject({ fips: 'must', 'non-kubernetes': 'should' })
  expect(requirements.circumstances.runs).toEqual(expect.arrayContaining(['consul', 'vms']))
  expect(requirements.candidates).toEqual([])
})

test('two meshes that are named are the ones to choose from', () => {
  const { requirements } = asked('nobody in our team knows Envoy. istio or linkerd for us?')
  expect(requirements).toMatchObject({ circumstances: { 'envoy-skill': 'none' }, candidates: ['istio', 'linkerd'] })
})

test('what is denied is not asked for', () => {
  const { requirements } = asked('two engineers, forty services, zero VMs. Need encryption and retries. Suggestions?')
  expect(requirements.constraints).toMatchObject({ 'non-kubernetes': 'dont-care', retries: 'must' })
  expect(requirements.circumstances).toEqual({ 'team-size': 2, services: 40 })
})

test('a later turn adds to what was said, and takes back', () => {
  const first = asked("We're on AWS with ECS and EKS, 3 clusters. Which mesh should we take?")
  expect(first.requirements.circumstances).toMatchObject({ runs: ['ecs'], clusters: 3 })
  const { requirements } = asked('what if we drop ECS next year', first.context)
  expect(requirements).toMatchObject({
    constraints: { 'non-kubernetes': 'dont-care' },
    circumstances: { clusters: 3 },
  })
  expect(requirements.circumstances.runs ?? []).toEqual([])
})

test('few services and nobody on call lead to no mesh yet', () => {
  expect(asked('which mesh for us? four services, nobody on call').answer.headline).toMatch(/^No mesh yet/)
})

test('a command takes needs by name, and says what is wrong with one', () => {
  const { answer } = runCommand(meshwise, 'recommend team-size=3 simplicity=5 fips=must')
  expect(answer.kind).toBe('recommend')
  expect(spell(answer.command)).toBe('recommend fips=must team-size=3 simplicity=5')
  const wrong = runCommand(meshwise, 'recommend fips=maybe memory=9 latency-overhead=must').answer
  expect(wrong.kind).toBe('clarify')
  expect(wrong.headline).toMatch(/must, should, dont-care/)
  expect(wrong.headline).toMatch(/0 to 5/)
  expect(wrong.headline).toMatch(/priorities\.latency/)
})

describe('of what people write', () => {
  const { understand } = ownUnderstanding()
  const prefill = createPrefill(basis, createReader(basis.knowledge, ownWords()))
  const requirementsOf = (text: string) => prefill(text, understand(text).got).requirements

  const circumstances: [text: string, given: object][] = [
    ['we are 3 developers', { 'team-size': 3 }],
    ['a team of five SREs', { 'team-size': 5 }],
    ['a team of about five', { 'team-size': 5 }],
    ['two platform engineers', { 'team-size': 2 }],
    ['a five-person team', { 'team-size': 5 }],
    ['half a dozen admins', { 'team-size': 6 }],
    ['single operator', { 'team-size': 1 }],
    ["I'm the only platform engineer", { 'team-size': 1 }],
    ['I run it all by myself', { 'team-size': 1 }],
    ['our team is small', { 'team-size': 3 }],
    ['a small platform team', { 'team-size': 3 }],
    ['our team is small: two people', { 'team-size': 2 }],
    ['3 teams', {}],
    ['-5 developers', {}],
    ['22,000 pods', { pods: 22_000 }],
    ['half a million pods in 3 clusters', { pods: 500_000, clusters: 3 }],
    ['clusters: 3', { clusters: 3 }],
    ['our pods are on EKS Fargate', {}],
    ['ECS with Fargate', { runs: ['ecs'] }],
    ['EKS with the AWS VPC CNI', { cni: 'aws-vpc-cni' }],
    ['GKE dataplane v2', { cni: 'gke-dataplane-v2' }],
    ['Azure CNI', { cni: 'azure-cni' }],
    ['Calico for policies', { cni: 'calico' }],
    ['Cilium as our CNI', { cni: 'cilium' }],
    ['we run on cilium', { cni: 'cilium' }],
    ['no calico here', {}],
    ['we are still choosing a CNI', { cni: 'open' }],
    ['open source networking', {}],
    ['we already use consul', { runs: ['consul'] }],
    ['should we use consul', {}],
    ['the one for us, consul', {}],
    ['nobody knows Envoy', { 'envoy-skill': 'none' }],
    ['no Envoy experience', { 'envoy-skill': 'none' }],
    ['no Envoy knowledge', { 'envoy-skill': 'none' }],
    ['strong Envoy knowledge', { 'envoy-skill': 'good' }],
    ['partner APIs only, internal calls need no protection', { 'ingress-only': true }],
    ['mesh or gateway', { 'mesh-in-doubt': true }],
    ['our standard is Istio, is there something lighter', { leaving: ['istio'], runs: ['istio'] }],
    ['we have never touched eBPF', { 'ebpf-skill': 'none' }],
    ["we don't want Envoy", {}],
    ['comfortable with eBPF', { 'ebpf-skill': 'good' }],
    ['Envoy experts', { 'envoy-skill': 'good' }],
    ['nobody on call', { 'on-call': 'none' }],
    ['no one is on call', { 'on-call': 'none' }],
    ['nobody wants to be on call', { 'on-call': 'none' }],
    ['we only need an ingress', { 'ingress-only': true }],
    ['nothing but north-south traffic', { 'ingress-only': true }],
    ['do we need Istio', { 'mesh-in-doubt': true }],
    ['we need Istio', {}],
    ['our architects want Istio', {}],
    ['we want retries and run Istio', { runs: ['istio'] }],
    ['should we bother with Istio or Linkerd', {}],
    ['our mesh is Consul, and legal wants it gone', { leaving: ['consul'], runs: ['consul'] }],
    ['everything is on ECS, plus one EKS cluster', { runs: ['ecs'], clusters: 1 }],
    ['Vault is in place and Consul is there', { runs: ['vault', 'consul'] }],
    ['sidecars take 120 MB per pod on 900 pods', { pods: 900 }],
    ['it adds 8 ms, and we have 20 nodes', { nodes: 20 }],
    ['a bare metal cluster with 8 nodes', { nodes: 8 }],
    ['which ingress', {}],
    ['two of us look after it', { 'team-size': 2 }],
    ['Operators: four', { 'team-size': 4 }],
    ['a group of nine engineers', { 'team-size': 9 }],
    ['on a single cluster', { clusters: 1 }],
    ['ADR 14: service mesh', {}],
    ['between services, layer 7 traffic', {}],
    ['dozens of small clusters', { clusters: 24 }],
    ['4 clusters with 5,000 pods each, 20,000 in all', { clusters: 4, pods: 20_000 }],
    ['4 clusters with 5,000 pods each', { clusters: 4, pods: 20_000 }],
    ['300 pods per cluster, 3 clusters, 900 pods in total', { clusters: 3, pods: 900 }],
    ['two clusters of three nodes each', { clusters: 2, nodes: 6 }],
    ['on three Raspberry Pis', { nodes: 3 }],
    ['tired of Istio, it is complex and memory hungry', { leaving: ['istio'], 'tired-of': ['simplicity', 'memory'] }],
    ['moving off Linkerd because of the price of stable builds', { leaving: ['linkerd'], 'tired-of': ['ecosystem'] }],
    [
      'we run Linkerd, there are no free stable releases',
      { leaving: ['linkerd'], 'tired-of': ['ecosystem'], runs: ['linkerd'] },
    ],
    ['we run Istio, injecting sidecars is a pain', { runs: ['istio'] }],
    [
      'we run Linkerd, its sidecars are a pain',
      { leaving: ['linkerd'], 'tired-of': ['simplicity'], runs: ['linkerd'] },
    ],
    ['do we need a mesh', { 'mesh-in-doubt': true }],
    ['should we really bring in a service mesh', { 'mesh-in-doubt': true }],
    ["we're not sure whether to adopt a service mesh", { 'mesh-in-doubt': true }],
    ['I doubt we need a service mesh', { 'mesh-in-doubt': true }],
    ['mesh or no mesh?', { 'mesh-in-doubt': true }],
    ['is a mesh justified', { 'mesh-in-doubt': true }],
    ['we need a service mesh', {}],
    ['we want a mesh that is easy', {}],
    ['they run a service mesh on AKS', {}],
    ['3 clusters and some VMs in one mesh', { clusters: 3, 'clusters-joined': true, runs: ['vms'] }],
    ['AKS with Azure CNI powered by Cilium', { cni: 'azure-cni-cilium' }],
    ['TLS for our APIs at the edge, nothing between services', { 'ingress-only': true }],
    ['we want to get rid of Consul: too slow', { leaving: ['consul'], 'tired-of': ['latency'] }],
    [
      'replace our Istio, it eats RAM, we want it fast',
      { leaving: ['istio'], 'tired-of': ['memory'], runs: ['istio'] },
    ],
    ['Istio is complex', {}],
    ['we picked Linkerd and look for an alternative', { leaving: ['linkerd'] }],
    ['Linkerd is an alternative to Istio', {}],
    ['we must keep Istio for now', { runs: ['istio'] }],
    ['only GA features', { 'stable-only': true }],
    ['everything has to be stable', { 'stable-only': true }],
    ['all on ECS, there is no Kubernetes', { runs: ['ecs'], kubernetes: false }],
    ['we are on Nomad only', { runs: ['nomad'], kubernetes: false }],
    ['we run Nomad beside Kubernetes', { runs: ['nomad'] }],
  ]
  test.each(circumstances)('%s', (text, given) => expect(requirementsOf(text).circumstances).toEqual(given))

  const constraints: [text: string, given: object][] = [
    ['we run Grafana and do not need a dashboard', { dashboards: 'dont-care' }],
    [
      'tracing is done with OpenTelemetry and we want retries',
      { tracing: 'met', opentelemetry: 'met', retries: 'should' },
    ],
    ['retries are configured in Spring Boot and nobody wants to touch that', { retries: 'met' }],
    [
      'what we do not expect: mirroring, fault injection',
      { 'traffic-mirroring': 'dont-care', 'fault-injection': 'dont-care' },
    ],
    ["we don't need Windows and want mTLS", { windows: 'dont-care', 'mutual-tls': 'should' }],
    ['the regulator demands FIPS', { fips: 'must' }],
    ['our SLA is 99.95', {}],
    ['we need retries', { retries: 'must' }],
    ['retries must be there', { retries: 'must' }],
    ['mandatory retries', { retries: 'must' }],
    ['we have to have retries', { retries: 'must' }],
    ['retries would be good', { retries: 'should' }],
    ['no retries', {}],
    ["we don't need retries", { retries: 'dont-care' }],
    ['no need for retries', { retries: 'dont-care' }],
    ['need zero config mTLS', { 'mutual-tls': 'must' }],
    ['mTLS without code changes', { 'mutual-tls': 'should' }],
    ['need retries without code changes', { retries: 'must' }],
    ['no VMs and need retries', { 'non-kubernetes': 'dont-care', retries: 'must' }],
    ['retries later, if it becomes a requirement', { retries: 'should' }],
    ['we might need retries', { retries: 'should' }],
    ['we need retries, but only later', { retries: 'should' }],
    ['not sure we need retries', { retries: 'should' }],
    ['we need retries, rate limiting and mTLS', { retries: 'must', 'rate-limiting': 'must', 'mutual-tls': 'must' }],
    [
      "we don't need retries, rate limiting or mTLS",
      { retries: 'dont-care', 'rate-limiting': 'dont-care', 'mutual-tls': 'dont-care' },
    ],
    ['no VMs, mTLS', { 'non-kubernetes': 'dont-care', 'mutual-tls': 'should' }],
    ['retries are a must, rate limiting', { retries: 'must', 'rate-limiting': 'should' }],
    ['we need retries, tracing later', { retries: 'must', tracing: 'should' }],
    ['it must run on our Graviton nodes', { 'cpu-architectures': 'must' }],
    ['we need Windows containers', { windows: 'must' }],
    ['dual stack is mandatory', { 'ip-families': 'must' }],
    ['it must be managed for us', { 'managed-offerings': 'must' }],
    ['we need to restrict internet access', { egress: 'must' }],
    ['it should check user tokens', { 'jwt-authentication': 'should' }],
    ["we don't need IPv6", { 'ip-families': 'dont-care' }],
    ["rate limiting isn't required", { 'rate-limiting': 'dont-care' }],
    ['multi-cluster is not needed', { 'multi-cluster': 'dont-care' }],
    ['VMs are out of scope', { 'non-kubernetes': 'dont-care' }],
    ['mTLS is not important to us', { 'mutual-tls': 'dont-care' }],
    ['FIPS is a must, without FIPS then', { fips: 'dont-care' }],
    ['FIPS was a requirement', { fips: 'should' }],
    ['mTLS, but not now', { 'mutual-tls': 'should' }],
    ['mTLS is a must, FIPS too', { 'mutual-tls': 'must', fips: 'must' }],
    ['mTLS is a must, and so is FIPS', { 'mutual-tls': 'must', fips: 'must' }],
    ['Requirements: mTLS, retries. We like FIPS.', { 'mutual-tls': 'must', retries: 'must', fips: 'should' }],
    ['Not needed: retries, FIPS', { retries: 'dont-care', fips: 'dont-care' }],
    ['Must have: mTLS. Nice to have: retries, FIPS', { 'mutual-tls': 'must', retries: 'should', fips: 'should' }],
    ['we need retries, something odd and our own FIPS build', { retries: 'must', fips: 'must' }],
    ['network policy is enough for us', { 'network-policy': 'met' }],
    ['mTLS is enough for us', { 'mutual-tls': 'should' }],
    ['22 services with cert-manager, network policies', { 'external-ca': 'met', 'network-policy': 'met' }],
    ['we have retries and would like tracing', { retries: 'met', tracing: 'should' }],
    ['JWT validation is done in our library', { 'jwt-authentication': 'met' }],
    ['we have our own certificates', { 'external-ca': 'met' }],
    ['gRPC load balancing is in the client', { 'load-balancing': 'met' }],
    ['WireGuard encrypts already', { 'mutual-tls': 'met' }],
    ['retries live in the service code', { retries: 'met' }],
    ['Linkerd later if mTLS becomes a requirement', {}],
    ['20 services with Traefik, cert-manager and network policies', { 'external-ca': 'met', 'network-policy': 'met' }],
    ['open source with good documentation', { 'open-source-licence': 'should' }],
    ['we are in the public sector', {}],
    ["we don't want to lose retries", { retries: 'should' }],
    ['without giving up access logs', { 'access-logs': 'should' }],
    ['mTLS and retries are what we use', { 'mutual-tls': 'should', retries: 'should' }],
    ['missing is mTLS with our own CA', { 'mutual-tls': 'should', 'external-ca': 'should' }],
    ['mTLS is needed, but no certificates of our own', { 'mutual-tls': 'must' }],
    ["we can't afford sidecars in every pod", { 'no-sidecar': 'should' }],
    ['we need layer 7 authorization and metrics', { 'l7-authorization': 'must', metrics: 'must' }],
    ['we need a mesh with retries', { retries: 'must' }],
    [
      'cert-manager issues ingress certificates, Datadog traces all',
      { 'external-ca': 'met', ingress: 'met', tracing: 'met' },
    ],
    ['Linkerd encrypts the traffic between services', { 'mutual-tls': 'should' }],
    ['is there one with retries', { retries: 'should' }],
    ['mTLS was never requested', { 'mutual-tls': 'dont-care' }],
    ['sidecars slow us down', { 'no-sidecar': 'should' }],
    ['OpenTelemetry gives us tracing', { tracing: 'met', opentelemetry: 'met' }],
    ['a mesh that gives us tracing', { tracing: 'should' }],
    ['network policies already cover what auditors ask', { 'network-policy': 'met' }],
    ['WireGuard is enabled', { 'mutual-tls': 'met' }],
    ['retries live in our client library', { retries: 'met' }],
    ['it must take in VMs. Traffic moves from VMs to pods.', { 'non-kubernetes': 'must' }],
    ['nothing but north-south: TLS and rate limiting', { ingress: 'should', 'rate-limiting': 'should' }],
    ['retries instead of circuit breakers', { retries: 'should' }],
    ['bare metal cluster', {}],
    ['on bare metal, retries', { retries: 'should', 'non-kubernetes': 'should' }],
    ['do we need a mesh with retries', {}],
    ['do we need a mesh for retries', { retries: 'should' }],
    ['layer 7 authorization is needed in some namespaces only', { 'l7-authorization': 'should' }],
    ['requests must be routed by header', { 'request-routing': 'must' }],
    ['machines and clusters in one mesh', {}],
    ['200 VMs and three clusters in one mesh', { 'non-kubernetes': 'must' }],
    ['we run some Windows nodes', { windows: 'should' }],
    ['it must secure traffic between pods', { 'mutual-tls': 'must' }],
    ['a vendor to call is a must', { 'commercial-support': 'must' }],
    ['the clusters are copies of each other and need not be joined', { 'multi-cluster': 'dont-care' }],
  ]
  test.each(constraints)('%s', (text, given) => expect(requirementsOf(text).constraints).toEqual(given))
})

describe('how much a thing matters', () => {
  const { understand } = ownUnderstanding()
  const prefill = createPrefill(basis, createReader(basis.knowledge, ownWords()))
  const weights: [text: string, given: object][] = [
    ['memory does not matter, latency does', { memory: 0, latency: 4 }],
    ['latency is not critical', { latency: 0 }],
    ["latency isn't an issue", { latency: 0 }],
    ['memory is no problem', { memory: 0 }],
    ['more memory is acceptable', { memory: 0 }],
    ['no vendor lock-in', { ecosystem: 4 }],
    ['without much overhead', { latency: 4, memory: 4 }],
    ['we hardly use any other feature', { features: 0 }],
    ["we don't use half of its features", { features: 0 }],
    ['need zero config mTLS', { simplicity: 4 }],
    ['a large community', { ecosystem: 4 }],
    ['the security team asks for retries', {}],
    ['latency on top', { latency: 4 }],
    ['restricted communication between services', {}],
    ['it must secure traffic between pods', {}],
    ['Azure CNI powered by Cilium', {}],
    ['something mature that new hires know', { ecosystem: 4 }],
    ['we run shops, payments and search in several clusters', {}],
  ]
  test.each(weights)('%s', (text, given) =>
    expect(prefill(text, understand(text).got).requirements.priorities).toEqual(given),
  )

  test.each([
    ['something simple, not as complex as Istio', ['cilium', 'consul', 'linkerd']],
    ['Istio is far too heavy for us', ['cilium', 'consul', 'linkerd']],
    ['we tried Istio and gave up on it', ['cilium', 'consul', 'linkerd']],
    ['simpler than Istio: Linkerd or Consul?', ['linkerd', 'consul']],
    ['we run Istio and it is too complex', []],
    ['Istio was evaluated and rejected', ['cilium', 'consul', 'linkerd']],
    ['Consul is out since the change of its licence', ['cilium', 'istio', 'linkerd']],
    ['mTLS is ruled out, we run Linkerd', []],
    ['Istio is complex', []],
  ])('a mesh that is spoken against is no choice unless it is there: %s', (text, candidates) => {
    expect([...prefill(text, understand(text).got).requirements.candidates].sort()).toEqual([...candidates].sort())
  })

  test('is read of all sentences, whichever of them is the question', () => {
    const text = 'We have 200 services. Three engineers run 900 pods. Which mesh should we take?'
    expect(prefill(text, understand(text).got).requirements.circumstances).toEqual({
      services: 200,
      pods: 900,
      'team-size': 3,
    })
  })
})

test('needs by name take numbers in any way of writing', () => {
  const read = (needs: string) => fromWords(needs, basis)
  expect(read('team-size=3 pods=22,000 services=1.5k nodes=1_000 simplicity=5')).toMatchObject({
    requirements: {
      circumstances: { 'team-size': 3, pods: 22_000, services: 1500, nodes: 1000 },
      priorities: { simplicity: 5 },
    },
  })
  expect(read('pods=2k–3k')).toMatchObject({ requirements: { circumstances: { pods: 2500 } } })
  expect(read('team-size=-5')).toMatchObject({ problems: [expect.stringContaining('write 0 or more')] })
  expect(read('team-size=2.5')).toMatchObject({ problems: [expect.stringContaining('write a whole number')] })
  expect(read('pods=lots')).toMatchObject({ problems: [expect.stringContaining('write a whole number')] })
})

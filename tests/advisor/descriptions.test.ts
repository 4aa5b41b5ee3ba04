import { describe, expect, it } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { leastOf } from '../questions/score.ts'
import { judgeDescription, readDescriptions } from './descriptions.ts'

const meshwise = createMeshwise(ownKnowledge())
const judged = readDescriptions()
  .filter(({ kept }) => !kept)
  .map((description) => judgeDescription(description, meshwise))

/** What was read of the visible half on 25 November 2026; `npm run bench:decisions` reports both halves. */
const read = { right: 240, of: 242 } as const

describe('a team that tells of itself and asks for a mesh', () => {
  it.each(judged.map(({ id, isAdvised }) => [id, isAdvised] as const))('is advised: %s', (_, isAdvised) => {
    expect(isAdvised).toBe(true)
  })

  it('has its needs read as often as they were', () => {
    const sum = (field: 'right' | 'of') => judged.reduce((total, one) => total + one[field], 0)
    expect(sum('of')).toBe(read.of)
    expect(sum('right') / sum('of')).toBeGreaterThanOrEqual(leastOf(read))
  })
})

describe('a question about a fact, told with a story, is no call for advice', () => {
  it.each([
    'We run 40 services on EKS and set a retry budget in Linkerd; does it count timeouts as failures too?',
    'We have 3 clusters with Istio ambient. Does a waypoint handle traffic that comes from another cluster?',
    'Our team of five runs Cilium with kube-proxy replacement. Can Hubble show layer 7 flows without the Envoy proxy?',
    'We need FIPS for a customer. Does Linkerd have a FIPS build and is it free?',
    'We have 22,000 pods and want to know how much memory istiod needs at that size.',
    'Our security people ask how certificates are rotated in Linkerd. We must have rotation every 24 hours. How long do workload certificates live?',
    "We're three people on EKS and have Istio running; how do I upgrade it without restarting our workloads?",
    'We want to migrate 60 services from Istio to Linkerd. What do we lose and in which order should we go?',
    'We currently use Istio with 2,000 pods on 100 nodes, how much memory would ambient save us?',
    'Which mesh has the lowest latency? We care about p99.',
    'Which meshes support Windows containers? We have a few .NET services.',
    'We have JWT validation in our library; what does the RequestAuthentication of Istio do that we would need it for?',
    'We set up retries, mirroring and fault injection with Istio on two clusters, but the mirrored requests never arrive.',
  ])('%s', (text) => expect(meshwise.read(text).command.kind).not.toMatch(/^(recommend|need)$/))
})

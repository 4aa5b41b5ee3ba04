import { describe, expect, test } from 'vitest'
import { basisOf } from '../../src/advisor/basis.ts'
import { outcomeName } from '../../src/advisor/outcome.ts'
import { rank } from '../../src/advisor/rank.ts'
import { recommend } from '../../src/advisor/recommend.ts'
import { completeSize } from '../../src/estimator/cluster-size.ts'
import { estimateAll } from '../../src/estimator/estimate.ts'
import { middle } from '../../src/estimator/range.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { basis, needs } from './basis.ts'
import { choiceOf } from './public-decisions.ts'

const outcomeOf = (partial: Parameters<typeof needs>[0]) =>
  choiceOf(recommend(basis, needs(partial)).outcome).replace(/^tie of .*/, 'tie')
const first = (file: object) => recommend(basis, needs(file)).ranked[0]?.candidate.key

test('a must rules out what lacks it, and says by which fact; partial support only costs points', () => {
  const { ranked, eliminated } = recommend(basis, needs({ constraints: { 'non-kubernetes': 'must' } }))
  expect(ranked.map(({ candidate }) => candidate.key)).toEqual(['consul', 'istio/sidecar', 'linkerd'])
  expect(eliminated.map(({ candidate, constraint }) => [candidate.mesh.id, constraint.id])).toEqual([
    ['cilium', 'non-kubernetes'],
    ['istio', 'non-kubernetes'],
  ])
  expect(eliminated[0]?.meeting.fact).toMatchObject({ mesh: { id: 'cilium' }, support: 'no' })
})

test('a partial must is something to prove', () => {
  const { checks, ranked } = recommend(
    basis,
    needs({ constraints: { 'non-kubernetes': 'must' }, candidates: ['linkerd'] }),
  )
  expect(ranked[0]?.candidate.key).toBe('linkerd')
  expect(checks[0]?.title).toBe('Prove that it is enough: Non-Kubernetes workloads')
})

test('without answers nothing is recommended, with low confidence', () => {
  const { outcome, confidence } = recommend(basis, needs({}))
  expect(outcome.kind).toBe('undecided')
  expect(confidence.level).toBe('low')
})

test('an open source licence rules out Consul, no sidecars leave Cilium and ambient', () => {
  const open = rank(basis, needs({ constraints: { 'open-source-licence': 'must' } }))
  expect(open.eliminated.map(({ candidate }) => candidate.key)).toEqual(['consul'])
  const sidecarless = rank(basis, needs({ constraints: { 'no-sidecar': 'must' } }))
  expect(sidecarless.ranked.map(({ candidate }) => candidate.key).sort()).toEqual(['cilium/ebpf', 'istio/ambient'])
})

test('Cilium is judged in the mode that the needs call for', () => {
  const mode = (file: object) =>
    rank(basis, needs({ ...file, candidates: ['cilium'] })).ranked.map(({ candidate }) => candidate.mode?.id)
  expect(mode({})).toEqual(['ebpf'])
  expect(mode({ constraints: { 'mutual-tls': 'must' } })).toEqual(['ztunnel'])
  expect(mode({ constraints: { 'mutual-tls': 'must', retries: 'should' } })).toEqual(['envoy'])
  expect(mode({ constraints: { 'jwt-authentication': 'must' } })).toEqual(['envoy'])
  expect(mode({ constraints: { egress: 'must' } })).toEqual(['ebpf'])
})

test('where no mesh meets all musts it says what to relax, and relaxing it does leave that mesh', () => {
  const { outcome, relaxations, tensions } = recommend(
    basis,
    needs({ constraints: { 'no-sidecar': 'must', 'non-kubernetes': 'must' } }),
  )
  expect(outcome.kind).toBe('none-left')
  expect(relaxations.length).toBeGreaterThan(1)
  for (const { requirements, winner } of relaxations) {
    expect(recommend(basis, requirements).ranked[0]?.candidate.key).toBe(winner.key)
  }
  expect(tensions.some((text) => text.startsWith('No mesh meets both'))).toBe(true)
})

test('few services and nobody on call come to no mesh yet, unless a must needs one', () => {
  const small = { services: 4, 'on-call': 'none' }
  expect(outcomeOf({ circumstances: small })).toBe('no-mesh')
  expect(outcomeOf({ circumstances: small, constraints: { 'mutual-tls': 'must' } })).not.toBe('no-mesh')
  expect(outcomeOf({ circumstances: { services: 4 }, priorities: { security: 4 } })).not.toBe('no-mesh')
})

test('a must that nodes and networks meet by themselves does not take a mesh', () => {
  const small = { services: 4, 'on-call': 'none' }
  for (const id of ['cpu-architectures', 'ip-families', 'windows', 'managed-offerings']) {
    expect(outcomeOf({ circumstances: small, constraints: { [id]: 'must' } })).toBe('no-mesh')
  }
  expect(outcomeOf({ circumstances: small, constraints: { egress: 'must' } })).not.toBe('no-mesh')
})

test('Windows, a managed service and tokens of users rule out the meshes that have none', () => {
  const out = (id: string) => {
    const { eliminated } = rank(basis, needs({ constraints: { [id]: 'must' } }))
    return [...new Set(eliminated.map(({ candidate }) => candidate.mesh.id))].sort()
  }
  expect(out('windows')).toEqual(['cilium', 'istio'])
  expect(out('managed-offerings')).toEqual(['consul', 'linkerd'])
  expect(out('jwt-authentication')).toEqual(['linkerd'])
  expect(out('cpu-architectures')).toEqual([])
})

test('nothing but ingress comes to the Gateway API and network policy', () => {
  const circumstances = { 'ingress-only': true }
  expect(outcomeOf({ circumstances, constraints: { 'gateway-api': 'must' } })).toBe('gateway-first')
  expect(outcomeOf({ circumstances, constraints: { ingress: 'must' } })).toBe('gateway-first')
  expect(outcomeOf({ circumstances, constraints: { 'mutual-tls': 'must' } })).not.toBe('gateway-first')
})

test('meshes that stand level are a tie', () => {
  expect(outcomeOf({ constraints: { fips: 'must', 'commercial-support': 'must', 'multi-cluster': 'must' } })).toBe(
    'tie',
  )
})

test('workloads outside Kubernetes ask for their support, unless that was answered', () => {
  const { needs: implied } = recommend(basis, needs({ circumstances: { runs: ['vms'] } }))
  expect(implied).toMatchObject([{ id: 'non-kubernetes', level: 'should' }])
  const refused = needs({ circumstances: { runs: ['vms'] }, constraints: { 'non-kubernetes': 'dont-care' } })
  expect(recommend(basis, refused).needs).toEqual([])
})

test('contradictions are pointed out', () => {
  const tensions = (file: object) => recommend(basis, needs(file)).tensions
  expect(tensions({ constraints: { fips: 'must', 'open-source-licence': 'must' } })).toHaveLength(1)
  expect(tensions({ priorities: { simplicity: 5, features: 5 } })).toHaveLength(1)
  expect(tensions({ priorities: { simplicity: 5 } })).toEqual([])
})

/** The knowledge with the support of one cell changed. */
function withSupport(meshId: string, topicId: string, support: 'yes' | 'no' | 'unknown'): Knowledge {
  const meshes = basis.knowledge.meshes.map((mesh) => {
    const cell = mesh.facts[topicId]
    if (mesh.id !== meshId || !cell) return mesh
    return { ...mesh, facts: { ...mesh.facts, [topicId]: { ...cell, support, modes: {} } } }
  })
  return { ...basis.knowledge, meshes }
}

test('an unknown fact lowers the confidence, rules nothing out, and costs less than a no', () => {
  const requirements = needs({ constraints: { 'external-ca': 'must' }, priorities: { simplicity: 5 } })
  const results = (['yes', 'unknown', 'no'] as const).map((support) => {
    const changed = basisOf(withSupport('linkerd', 'external-ca', support))
    return changed && recommend(changed, requirements)
  })
  const [yes, unknown, no] = results
  expect(yes?.ranked[0]?.candidate.key).toBe('linkerd')
  expect(unknown?.ranked[0]?.candidate.key).toBe('linkerd')
  expect(unknown?.confidence.value).toBeLessThan(yes?.confidence.value ?? 0)
  expect(no?.eliminated.map(({ candidate }) => candidate.key)).toContain('linkerd')
})

test('what an organisation says itself counts before the checked fact', () => {
  const house = new Map([
    [
      'linkerd/fault-injection',
      { statement: 'We patched it.', support: 'no' as const, author: 'us', date: '2026-11-01' },
    ],
  ])
  const own = basisOf({ ...basis.knowledge, house })
  const { eliminated } = rank(own ?? basis, needs({ constraints: { 'fault-injection': 'must' } }))
  expect(eliminated.map(({ candidate }) => candidate.key)).toContain('linkerd')
})

test('the strongest argument against names who does better, and has sources', () => {
  const { objection } = recommend(basis, needs({ priorities: { simplicity: 5, features: 3 } }))
  expect(objection?.text).toMatch(/does better on depth of features/)
  expect(objection?.sources.length).toBeGreaterThan(0)
})

test('only the candidates that are open to choice are ranked', () => {
  expect(first({ candidates: ['consul'] })).toBe('consul')
})

describe('going without a mesh', () => {
  const ways = (file: object) => recommend(basis, needs(file)).ways
  const bestWay = (file: object) => Math.max(...ways(file).map(({ score }) => score))

  test('is weighed in every ranking, by contributions that add up', () => {
    for (const file of [{}, { constraints: { 'mutual-tls': 'must' } }, { circumstances: { pods: 5000 } }]) {
      const some = ways(file)
      expect(some.map(({ way }) => way).sort()).toEqual(['gateway-first', 'no-mesh-yet'])
      for (const { score, contributions } of some) {
        const points = contributions.reduce((sum, one) => sum + one.points, 0)
        expect(score).toBeCloseTo(Math.max(0, points))
      }
    }
  })

  test('gets less likely with each need that only a mesh meets', () => {
    const circumstances = { services: 20, 'team-size': 1 }
    const more = ['l7-authorization', 'mutual-tls', 'multi-cluster'].map((_, count, all) => ({
      circumstances,
      constraints: Object.fromEntries(all.slice(0, count + 1).map((id) => [id, 'should'])),
    }))
    const scores = [{ circumstances }, ...more].map(bestWay)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(outcomeOf({ circumstances })).toBe('no-mesh')
    expect(outcomeOf(more[2] ?? {})).not.toBe('no-mesh')
  })

  test('is never the answer to a wish for speed alone, and always said with what speaks for it', () => {
    expect(outcomeOf({ priorities: { latency: 5, memory: 5 } })).not.toMatch(/no-mesh|gateway/)
    const { outcome } = recommend(basis, needs({ circumstances: { services: 3, 'team-size': 1 } }))
    expect(outcome.kind === 'without' && outcome.without.signs.length).toBeGreaterThan(1)
  })

  test('counts what is met already, and says by what else needs are met', () => {
    const small = { circumstances: { services: 12, 'mesh-in-doubt': true }, priorities: { simplicity: 4 } }
    const met = { ...small, constraints: { 'external-ca': 'met', 'jwt-authentication': 'met' } }
    expect(bestWay(met)).toBeGreaterThan(bestWay(small))
    const asked = ways({ ...small, constraints: { tracing: 'must' } }).find(({ way }) => way === 'no-mesh-yet')
    expect(asked?.met.map(({ by }) => by).join(' ')).toMatch(/OpenTelemetry/)
  })
})

describe('whether to have a mesh at all', () => {
  test('is settled by a must of how it is to be, unless it is in doubt', () => {
    const file = (more: object) => ({
      constraints: { 'no-sidecar': 'must' },
      circumstances: { services: 5, ...more },
      priorities: { simplicity: 5 },
    })
    expect(outcomeOf(file({}))).not.toMatch(/no-mesh|gateway/)
    expect(outcomeOf(file({ 'mesh-in-doubt': true }))).toBe('no-mesh')
  })

  test('is asked of one that runs where what it is for does not matter', () => {
    const file = (constraints: object) => ({
      constraints,
      circumstances: { runs: ['istio'] },
      priorities: { simplicity: 5 },
    })
    expect(outcomeOf(file({ 'mutual-tls': 'dont-care', metrics: 'met' }))).toBe('no-mesh')
    expect(outcomeOf(file({ 'mutual-tls': 'should', metrics: 'should' }))).not.toBe('no-mesh')
  })

  test('is answered where no mesh meets the musts, and going without does', () => {
    const musts = (...ids: string[]) => ({ constraints: Object.fromEntries(ids.map((id) => [id, 'must'])) })
    expect(outcomeOf(musts('windows', 'jwt-authentication', 'managed-offerings'))).toBe('no-mesh')
    expect(outcomeOf(musts('windows', 'jwt-authentication', 'managed-offerings', 'mutual-tls'))).toBe('none-left')
  })
})

describe('confidence', () => {
  const confidence = (file: object) => recommend(basis, needs(file)).confidence.value
  const clear = {
    constraints: { 'mutual-tls': 'must', metrics: 'must' },
    circumstances: { 'team-size': 3 },
    priorities: { simplicity: 5 },
  }

  test('is high where all answers point one way, and low where they pull in opposite directions', () => {
    expect(confidence(clear)).toBeGreaterThan(0.75)
    expect(confidence({ ...clear, priorities: { simplicity: 4, features: 5, ecosystem: 4 } })).toBeLessThan(0.6)
  })

  test('is lower with fewer answers, and never sure of all', () => {
    expect(confidence({ circumstances: { 'team-size': 3 } })).toBeLessThan(confidence(clear))
    expect(confidence(clear)).toBeLessThan(0.96)
    expect(confidence({})).toBeLessThanOrEqual(0.2)
  })

  test('says in how many ways of weighing the outcome stays', () => {
    expect(recommend(basis, needs(clear)).confidence.reasons.join(' ')).toMatch(/In \d+ of 100 ways to weigh/)
  })
})

describe('a mesh that is left', () => {
  test('loses what speaks for a running one, and stands behind what it stood before', () => {
    const runs = { circumstances: { runs: ['consul'] }, constraints: { 'mutual-tls': 'must' } }
    const leaving = { ...runs, circumstances: { ...runs.circumstances, leaving: ['consul'] } }
    const placeOf = (file: object) =>
      recommend(basis, needs(file)).ranked.findIndex(({ candidate }) => candidate.mesh.id === 'consul')
    expect(placeOf(leaving)).toBeGreaterThan(placeOf(runs))
  })
})

test('only what is stable meets a must, where nothing else counts', () => {
  const file = (stable: boolean) => ({
    constraints: { 'mutual-tls': 'must' },
    circumstances: { cni: 'cilium', 'stable-only': stable },
  })
  const out = (stable: boolean) =>
    recommend(basis, needs(file(stable))).eliminated.map(({ candidate }) => candidate.mesh.id)
  expect(out(false)).not.toContain('cilium')
  expect(out(true)).toContain('cilium')
})

test('nothing would change because more ran already, and going without is among what could become of it', () => {
  const { flips } = recommend(basis, needs({ constraints: { 'mutual-tls': 'must' }, circumstances: { services: 4 } }))
  for (const { field, to } of flips) if (field === 'circumstances.runs') expect(String(to)).toMatch(/^without /)
  expect(flips.map(({ becomes }) => outcomeName(becomes))).toContain('No mesh yet')
})

describe('answers that say little are answered with sense', () => {
  const all = (weight: number) => ({
    priorities: Object.fromEntries(Object.keys(basis.rules.priorities).map((id) => [id, weight])),
  })
  const tensions = (file: object) => recommend(basis, needs(file)).tensions.join(' ')

  test('nothing that matters at all comes to no mesh', () => {
    expect(outcomeOf(all(0))).toBe('no-mesh')
    expect(outcomeOf({ ...all(0), constraints: { 'mutual-tls': 'must' } })).toMatch(/^(tie|linkerd)$/)
    expect(tensions(all(0))).toMatch(/None of the priorities matters/)
  })

  test('all that matters alike is told to say nothing', () => {
    expect(tensions(all(5))).toMatch(/All priorities weigh the same/)
    expect(recommend(basis, needs(all(5))).confidence.level).not.toBe('high')
    expect(tensions({ priorities: { ...all(5).priorities, memory: 2 } })).not.toMatch(/weigh the same/)
  })

  test('four meshes that run speak for none, but for the one that is not left', () => {
    const runs = ['istio', 'linkerd', 'consul', 'cilium']
    expect(tensions({ circumstances: { runs } })).toMatch(/run already/)
    expect(tensions({ circumstances: { runs, leaving: ['istio', 'consul', 'cilium'] } })).not.toMatch(/run already/)
    expect(outcomeOf({ circumstances: { runs, leaving: ['istio', 'linkerd', 'cilium'] } })).toBe('consul')
  })
})

describe('memory', () => {
  const scores = (circumstances: object) =>
    Object.fromEntries(
      rank(basis, needs({ circumstances, priorities: { memory: 5 } })).ranked.map(({ candidate, contributions }) => [
        candidate.key.split('/')[0] === 'cilium' ? 'cilium' : candidate.key,
        contributions.find(({ criterion }) => criterion.id === 'memory')?.score ?? 0,
      ]),
    )

  test('goes by the estimate of the cluster: agents whose memory grows with all pods do worst where there are most', () => {
    expect(scores({ pods: 100_000, nodes: 4000 }).cilium).toBeLessThan(scores({ pods: 1000, nodes: 40 }).cilium ?? 0)
    expect(scores({ pods: 100_000, nodes: 4000 }).cilium).toBeLessThan(scores({ pods: 100_000 })['istio/ambient'] ?? 0)
  })

  test('counts no agents that run anyway, since Cilium is the network plug-in', () => {
    const large = { pods: 100_000, nodes: 4000 }
    expect(scores({ ...large, cni: 'cilium' }).cilium).toBeGreaterThan(scores({ ...large, cni: 'calico' }).cilium ?? 1)
  })

  test('stands in the order of the estimates, wherever the scale tells them apart', () => {
    for (const [pods, nodes] of [
      [20, 3],
      [500, 20],
      [20_000, 800],
    ] as const) {
      const sized = completeSize({ pods, nodes, l7: false })
      if (!sized.ok) throw new Error('an impossible size')
      const estimates = new Map(
        estimateAll(basis.knowledge.estimator, sized.size).map(({ design, memoryMiB }) => [design, memoryMiB]),
      )
      const pairs = [
        ['istio/sidecar', 'istio-sidecar'],
        ['istio/ambient', 'istio-ambient-l4'],
        ['linkerd', 'linkerd'],
        ['consul', 'consul'],
        ['cilium', 'cilium-l4'],
      ] as const
      const inOrder = pairs
        .map(([key, design]) => ({ score: scores({ pods, nodes })[key] ?? -1, range: estimates.get(design) }))
        .sort((a, b) => b.score - a.score)
      for (const [at, { range, score }] of inOrder.entries()) {
        const next = inOrder[at + 1]
        if (!next?.range || !range || score === next.score) continue
        expect(middle(range)).toBeLessThan(middle(next.range))
      }
    }
  })
})

describe('clusters and platforms', () => {
  const needsOf = (circumstances: object) =>
    recommend(basis, needs({ circumstances })).needs.map(({ id, level }) => `${id} ${level}`)

  test('clusters that are copies need not be joined, and those of one mesh must', () => {
    expect(needsOf({ clusters: 4 })).toEqual(['multi-cluster should'])
    expect(needsOf({ clusters: 4, 'clusters-joined': false })).toEqual([])
    expect(needsOf({ clusters: 4, 'clusters-joined': true })).toEqual(['multi-cluster must'])
  })

  test('where nothing runs on Kubernetes only what does without it is left', () => {
    const { ranked } = recommend(
      basis,
      needs({ circumstances: { kubernetes: false }, constraints: { 'mutual-tls': 'must' } }),
    )
    expect(ranked[0]?.candidate.key).toBe('consul')
    expect(ranked.map(({ candidate }) => candidate.mesh.id)).not.toContain('cilium')
  })

  test('a network plug-in that is still to be chosen can be Cilium, and costs it less than one that is another', () => {
    const installing = (cni: string) =>
      rank(basis, needs({ circumstances: { cni }, priorities: { simplicity: 5 }, candidates: ['cilium'] })).ranked[0]
        ?.score ?? 0
    expect(installing('open')).toBeGreaterThan(installing('calico'))
    expect(installing('cilium')).toBeGreaterThan(installing('open'))
  })

  test('what moving costs is said of what runs, and of nothing else', () => {
    const moving = (circumstances: object) =>
      recommend(basis, needs({ circumstances, constraints: { 'mutual-tls': 'must' }, priorities: { simplicity: 5 } }))
        .moving
    expect(moving({ runs: ['istio'], leaving: ['istio'] })).toMatchObject([
      { from: { id: 'istio' }, to: { id: 'linkerd' } },
    ])
    expect(moving({ runs: ['istio'], leaving: ['istio'] })[0]?.losses.length).toBeGreaterThan(2)
    expect(moving({})).toEqual([])
    expect(moving({ runs: ['linkerd'] })).toEqual([])
  })
})

test('against going without speaks what is lost without a mesh, and what was asked for that a mesh does better', () => {
  const plain = recommend(basis, needs({ circumstances: { services: 4, 'on-call': 'none' } }))
  expect(plain.outcome.kind).toBe('without')
  expect(plain.objection).toMatchObject({ against: 'going without', text: expect.stringMatching(/^Without a mesh/) })
  const asked = recommend(
    basis,
    needs({ circumstances: { services: 4, 'team-size': 1, 'on-call': 'none' }, priorities: { observability: 3 } }),
  )
  expect(asked.outcome.kind).toBe('without')
  expect(asked.objection?.text).toMatch(/^\S+ does better on observability: /)
  expect(asked.objection?.sources.length).toBeGreaterThan(1)
})

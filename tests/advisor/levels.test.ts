import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Basis, basisOf } from '../../src/advisor/basis.ts'
import type { Candidate } from '../../src/advisor/candidates.ts'
import { rank } from '../../src/advisor/rank.ts'
import { recommend } from '../../src/advisor/recommend.ts'
import { scoreOfSupport } from '../../src/advisor/scales.ts'
import { answerBest } from '../../src/answers/best.ts'
import { knownOf } from '../../src/answers/known.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { standing } from '../../src/facts/standing.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { SupportLevel } from '../../src/knowledge/schema.ts'
import { basis, needs } from './basis.ts'

const supported = basis.knowledge.topics.filter(({ kind }) => kind === 'supported')
const topicOf = (topicId: string) => {
  const found = supported.find(({ id }) => id === topicId)
  if (!found) throw new Error(`no topic ${topicId}`)
  return found
}
const candidates = rank(basis, needs({})).ranked.map(({ candidate }) => candidate)

const scoreOn = (one: Candidate, topicId: string) => {
  const constraint = basis.constraints.get(topicId)
  if (!constraint) throw new Error(`no constraint ${topicId}`)
  return one.meeting(constraint, needs({})).score
}

test.each(supported.map(({ id }) => id))('on %s advice follows the order of the ranking', (topicId) => {
  for (const a of candidates) {
    const placeOfA = standing(a.fact(topicId))
    for (const b of candidates) {
      const placeOfB = standing(b.fact(topicId))
      if (placeOfA === undefined || placeOfB === undefined || placeOfA <= placeOfB) continue
      expect(scoreOn(a, topicId), `${a.key} before ${b.key}`).toBeGreaterThan(scoreOn(b, topicId) ?? 0)
    }
  }
})

const levels = ['yes', 'partial', 'external', 'no', 'unknown', 'not-applicable'] as const
const wildFact = fc.record({
  support: fc.constantFrom(...levels),
  maturity: fc.constantFrom('stable', 'beta', 'alpha', 'deprecated', undefined),
  edition: fc.constantFrom('open-source', 'enterprise', undefined),
})
const reasonCount = fc.nat(6)

test('whatever the facts and the reasons for and against, advice never turns the order of the ranking round', () => {
  const [usual] = candidates
  if (!usual) throw new Error('no candidate')
  const judged = (given: Partial<Fact>, choose: number, avoid: number) => {
    const fact: Fact = { ...usual.fact('tracing'), brief: undefined, ...given }
    const reason = { when: 'You say so.', topics: ['tracing'], sources: ['article'] }
    const mesh = { ...usual.mesh, choose: Array(choose).fill(reason), avoid: Array(avoid).fill(reason) }
    return { place: standing(fact), score: scoreOfSupport(fact, { mesh }, basis.rules) }
  }
  const wild = fc.record({ given: wildFact, choose: reasonCount, avoid: reasonCount })
  fc.assert(
    fc.property(wild, wild, (one, other) => {
      const [a, b] = [one, other].map(({ given, choose, avoid }) => judged(given, choose, avoid))
      expect(a?.score === undefined).toBe(a?.place === undefined)
      expect(a?.score ?? 0).toBeLessThanOrEqual(1)
      if (a?.place === undefined || b?.place === undefined || a.place <= b.place) return
      expect(a.score).toBeGreaterThan(b.score ?? 0)
    }),
  )
})

/** The knowledge with other levels of some meshes on a topic, and nothing that says more of them. */
function withLevels(topicId: string, given: Readonly<Record<string, SupportLevel>>): Basis {
  const meshes = basis.knowledge.meshes.map((mesh) => {
    const [cell, support] = [mesh.facts[topicId], given[mesh.id]]
    if (!cell || !support) return mesh
    const changed = { ...cell, support, maturity: undefined, edition: undefined, modes: {} }
    return { ...mesh, facts: { ...mesh.facts, [topicId]: changed } }
  })
  const knowledge: Knowledge = { ...basis.knowledge, meshes }
  const made = basisOf(knowledge)
  if (!made) throw new Error('the knowledge has no criteria')
  return made
}

const byTopic = fc.constantFrom(...supported.filter(({ id }) => id !== 'enterprise-support').map(({ id }) => id))

test('yes comes before partial, partial before another product, that before no; unknown has no place', () => {
  fc.assert(
    fc.property(byTopic, (topicId) => {
      const changed = withLevels(topicId, { cilium: 'yes', consul: 'partial', istio: 'external', linkerd: 'unknown' })
      const { places } = answerBest(knownOf(changed.knowledge), topicOf(topicId), 'best')
      expect(places.map(({ place, fact }) => [fact.mesh.id, place])).toEqual([
        ['cilium', 1],
        ['consul', 2],
        ['istio', 3],
        ['linkerd', undefined],
      ])
    }),
  )
}, 60_000)

const pointsForMust = (on: Basis, topicId: string) => {
  const { ranked } = rank(on, needs({ constraints: { [topicId]: 'must' } }))
  return new Map(
    ranked.map(({ candidate, contributions }) => [
      candidate.mesh.id,
      contributions.find(({ criterion }) => criterion.id === `needs-${topicId}`)?.points,
    ]),
  )
}

test('a must that is met at any known level beats one of which nothing is known, and that one gets no points', () => {
  fc.assert(
    fc.property(byTopic, fc.constantFrom('yes', 'partial', 'external'), (topicId, level) => {
      const points = pointsForMust(withLevels(topicId, { consul: level, cilium: 'unknown' }), topicId)
      expect(points.get('cilium')).toBe(0)
      expect(points.get('consul')).toBeGreaterThan(0)
    }),
  )
})

test('what is unknown is worth no points in a priority either, and lowers the confidence', () => {
  const requirements = needs({ priorities: { 'multi-cluster': 5 }, candidates: ['linkerd', 'consul'] })
  const recommended = (level: SupportLevel) => recommend(withLevels('multi-cluster', { linkerd: level }), requirements)
  const scoreIn = ({ ranked }: ReturnType<typeof recommended>) =>
    ranked
      .find(({ candidate }) => candidate.mesh.id === 'linkerd')
      ?.contributions.find(({ criterion }) => criterion.id === 'multi-cluster')
  expect(scoreIn(recommended('unknown'))).toMatchObject({ points: 0, known: 0 })
  expect(scoreIn(recommended('no'))).toMatchObject({ points: 0, known: 1 })
  expect(recommended('unknown').confidence.value).toBeLessThan(recommended('no').confidence.value)
})

test('any company’s FIPS builds are another product, so that all meshes stand level on it', () => {
  const { places } = answerBest(knownOf(basis.knowledge), topicOf('fips'), 'best')
  expect(places.map(({ place, fact }) => [fact.support, place])).toEqual(Array(4).fill(['external', 1]))
})

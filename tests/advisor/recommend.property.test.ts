import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisOf } from '../../src/advisor/basis.ts'
import { offeredConstraints } from '../../src/advisor/constraint.ts'
import { outcomeKey, outcomeName } from '../../src/advisor/outcome.ts'
import { type Ranked, rank } from '../../src/advisor/rank.ts'
import { recommend } from '../../src/advisor/recommend.ts'
import type { Level, Requirements } from '../../src/advisor/requirements.ts'
import { fromWords, toWords } from '../../src/advisor/words.ts'
import { recommendState } from '../../src/slack/views/recommend-state.ts'
import { recommendView } from '../../src/slack/views/recommend-view.ts'
import { basis } from './basis.ts'
import { count, priorityIds, wildNeeds } from './wild-needs.ts'

const meshIds = basis.knowledge.meshes.map(({ id }) => id)

const keys = (requirements: Requirements) => rank(basis, requirements).ranked.map(({ candidate }) => candidate.key)

test('what lacks a must never ranks, and everything else does', () => {
  fc.assert(
    fc.property(wildNeeds, (requirements) => {
      const { ranked, eliminated } = rank(basis, requirements)
      const out = new Set(eliminated.map(({ candidate }) => candidate.key))
      expect(ranked.filter(({ candidate }) => out.has(candidate.key))).toEqual([])
      expect(ranked.length + out.size).toBe(5)
      for (const { meeting, constraint } of eliminated) {
        expect(meeting.fact.sources.length).toBeGreaterThan(0)
        expect(requirements.constraints[constraint.id]).toBe('must')
      }
    }),
  )
})

test('contributions add up to the score, their weights to 1, and each has facts or says that none is needed', () => {
  fc.assert(
    fc.property(wildNeeds, (requirements) => {
      for (const { score, contributions } of rank(basis, requirements).ranked) {
        const total = contributions.reduce((sum, { weight, score: own }) => sum + weight * own, 0)
        if (contributions.length === 0) continue
        expect(total).toBeCloseTo(score, 9)
        expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
        for (const { score: own, facts, criterion } of contributions) {
          expect(own).toBeGreaterThanOrEqual(0)
          expect(own).toBeLessThanOrEqual(1)
          if (criterion.id !== 'fit') expect(facts.length).toBeGreaterThan(0)
        }
      }
    }),
  )
})

test('raising the weight of a criterion never lowers the rank of what is best on it alone', () => {
  fc.assert(
    fc.property(wildNeeds, fc.constantFrom(...priorityIds), count(5), count(5), (requirements, id, one, other) => {
      const at = (weight: number) =>
        rank(basis, { ...requirements, priorities: { ...requirements.priorities, [id]: weight } })
      const [low, high] = [at(Math.min(one, other)), at(Math.max(one, other))]
      const own = (ranked: typeof high.ranked) =>
        ranked.map(({ candidate, contributions }) => ({
          key: candidate.key,
          score: contributions.find(({ criterion }) => criterion.id === id)?.score ?? 0,
        }))
      const best = own(high.ranked).sort((a, b) => b.score - a.score)[0]
      if (!best || own(high.ranked).every(({ score }) => score === 0)) return
      const place = (ranked: typeof high.ranked) => ranked.findIndex(({ candidate }) => candidate.key === best.key)
      expect(place(high.ranked)).toBeLessThanOrEqual(place(low.ranked))
    }),
  )
})

test('more of a need never favours the mesh that lacks it over one that has it', () => {
  const levelUp = fc.constantFrom(['dont-care', 'should'] as const, ['should', 'must'] as const)
  fc.assert(
    fc.property(wildNeeds, fc.constantFrom(...offeredConstraints(basis)), levelUp, (requirements, id, [less, more]) => {
      const at = (level: Level) =>
        rank(basis, { ...requirements, constraints: { ...requirements.constraints, [id]: level } }).ranked
      const [low, high] = [at(less), at(more)]
      const constraint = basis.constraints.get(id)
      const has = ({ candidate }: Ranked) => (constraint && candidate.meeting(constraint, requirements).score) ?? 0
      const before = (ranked: readonly Ranked[], a: Ranked, b: Ranked) =>
        ranked.findIndex(({ candidate }) => candidate.key === a.candidate.key) <
        ranked.findIndex(({ candidate }) => candidate.key === b.candidate.key)
      // Cilium is another candidate where a need calls for another of its layers.
      const both = high.filter(({ candidate }) => low.some((one) => one.candidate.key === candidate.key))
      for (const a of both)
        for (const b of both)
          if (has(a) > has(b) && before(low, a, b)) expect(before(high, a, b), `${a.candidate.key} ${id}`).toBe(true)
    }),
  )
})

test('none is never the answer where nothing but a mesh meets a must', () => {
  const onlyMesh = ['mutual-tls', 'l7-authorization', 'multi-cluster', 'mtls-enforcement', 'fips'] as const
  fc.assert(
    fc.property(wildNeeds, fc.subarray([...onlyMesh], { minLength: 1 }), (requirements, ids) => {
      const musts = Object.fromEntries(ids.map((id): [string, Level] => [id, 'must']))
      const circumstances = { ...requirements.circumstances, 'ingress-only': false, 'mesh-in-doubt': true }
      const needed = { ...requirements, circumstances, constraints: { ...requirements.constraints, ...musts } }
      expect(recommend(basis, needed).outcome.kind).not.toBe('without')
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('the order of answers does not matter', () => {
  const reversed = <T>(entries: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(entries).reverse())
  fc.assert(
    fc.property(wildNeeds, (requirements) => {
      const { constraints, priorities, circumstances } = requirements
      const turned = {
        ...requirements,
        constraints: reversed(constraints),
        priorities: reversed(priorities),
        circumstances: { ...circumstances, ...(circumstances.runs ? { runs: [...circumstances.runs].reverse() } : {}) },
      }
      expect(keys(turned)).toEqual(keys(requirements))
    }),
  )
})

test('the order of meshes does not matter', () => {
  fc.assert(
    fc.property(
      wildNeeds,
      fc.shuffledSubarray([...basis.knowledge.meshes], { minLength: 4 }),
      (requirements, meshes) => {
        const shuffled = basisOf({ ...basis.knowledge, meshes })
        const ranked = shuffled && rank(shuffled, requirements).ranked.map(({ candidate }) => candidate.key)
        expect(ranked).toEqual(keys(requirements))
      },
    ),
    { numRuns: 40 },
  )
})

test('removing a mesh never reorders the others', () => {
  fc.assert(
    fc.property(wildNeeds, fc.constantFrom(...meshIds), (requirements, gone) => {
      const candidates = meshIds.filter((id) => id !== gone)
      const others = keys(requirements).filter((key) => !key.startsWith(gone))
      expect(keys({ ...requirements, candidates })).toEqual(others)
    }),
  )
})

test('each reported flip really changes what is recommended, to what it names, and there are five at most', () => {
  fc.assert(
    fc.property(wildNeeds, (requirements) => {
      const { flips, outcome } = recommend(basis, requirements)
      expect(flips.length).toBeLessThanOrEqual(5)
      for (const flip of flips) {
        const then = recommend(basis, flip.requirements).outcome
        expect(outcomeName(then)).toBe(outcomeName(flip.becomes))
        expect(outcomeKey(then)).not.toBe(outcomeKey(outcome))
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('what was asked before changes nothing: a basis made anew gives the same recommendation', () => {
  fc.assert(
    fc.property(wildNeeds, (requirements) => {
      const anew = basisOf(basis.knowledge)
      const given = (on: typeof basis) => JSON.stringify(recommend(on, requirements))
      expect(given(basis)).toBe(given(anew ?? basis))
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('requirements survive being written in words, and in a view whatever was answered', () => {
  const codec = recommendState(basis)
  fc.assert(
    fc.property(wildNeeds, count(3), (requirements, step) => {
      const read = fromWords(toWords(requirements), basis)
      expect(read.ok && toWords(read.requirements)).toBe(toWords(requirements))
      const state = { session: 'abc', step, requirements, channel: 'C1' }
      const metadata = recommendView(basis, state).private_metadata ?? ''
      expect(metadata.length).toBeLessThanOrEqual(3_000)
      expect(toWords(codec.decode(metadata)?.requirements ?? requirements)).toBe(toWords(requirements))
    }),
  )
})

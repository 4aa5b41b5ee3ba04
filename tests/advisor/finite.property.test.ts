import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recommend } from '../../src/advisor/recommend.ts'
import { answerRecommend } from '../../src/answers/recommend.ts'
import { recommendationJson } from '../../src/json/recommendation-json.ts'
import { basis } from './basis.ts'
import { priorityIds, wildNeeds } from './wild-needs.ts'

/** Needs that may weigh nothing at all: what matters is 0, and what a mesh brings is met or does not matter. */
const weightless = fc
  .tuple(
    wildNeeds,
    fc.boolean(),
    fc.subarray(['mutual-tls', 'mtls-enforcement', 'metrics', 'per-route-metrics', 'observability']),
    fc.constantFrom('met' as const, 'dont-care' as const),
    fc.record(
      {
        leaving: fc.subarray(['istio', 'linkerd', 'consul', 'cilium']),
        'tired-of': fc.subarray(priorityIds),
        kubernetes: fc.boolean(),
        'mesh-in-doubt': fc.boolean(),
        'clusters-joined': fc.boolean(),
        'stable-only': fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([requirements, isBare, ids, level, more]) => ({
    ...requirements,
    priorities: Object.fromEntries(priorityIds.map((id) => [id, 0])),
    constraints: { ...(isBare ? {} : requirements.constraints), ...Object.fromEntries(ids.map((id) => [id, level])) },
    circumstances: isBare ? {} : { ...requirements.circumstances, ...more },
  }))

/** The paths of numbers in a value that JSON can't hold. */
function unwritable(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} ${value}`]
  if (value instanceof Map) return unwritable([...value], path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => unwritable(one, `${path}.${key}`))
}

test('every number of a recommendation is one, whatever is required and however little is weighed', () => {
  fc.assert(
    fc.property(fc.oneof(wildNeeds, weightless), (requirements) => {
      const { ways, ranked, confidence } = recommend(basis, requirements)
      const numbers = [
        ...ways.flatMap(({ score, strength, contributions }) => [
          score,
          strength,
          ...contributions.map((c) => c.points),
        ]),
        ...ranked.flatMap(({ score, contributions }) => [score, ...contributions.flatMap((c) => [c.weight, c.points])]),
        confidence.value,
      ]
      expect(numbers.filter((one) => !Number.isFinite(one))).toEqual([])
      expect(unwritable(recommendationJson(answerRecommend(basis, requirements)))).toEqual([])
    }),
    { numRuns: 40 },
  )
}, 60_000)

import { expect, test } from 'vitest'
import type { Ranked } from '../../src/advisor/rank.ts'
import { recommend } from '../../src/advisor/recommend.ts'
import { closenessToIdeal } from '../../src/advisor/topsis.ts'
import { basis, needs } from './basis.ts'
import { articleScenarios, ownScenarios } from './scenarios.ts'

const scenarios = [...articleScenarios, ...ownScenarios]

/** The key of the first by TOPSIS, or undefined where there is none. */
function firstByTopsis(ranked: readonly Ranked[]): string | undefined {
  const closeness = [...closenessToIdeal(ranked)].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return closeness[0]?.[0]
}

test.each(scenarios)('$name: $winner', ({ file, winner, isLevel }) => {
  const { ranked, outcome } = recommend(basis, needs(file))
  const nameOf = (one: (typeof ranked)[number] | undefined) =>
    winner.includes('/') ? one?.candidate.key : one?.candidate.mesh.id
  if (isLevel) expect(outcome.kind === 'tie' && outcome.between.map(nameOf)).toContain(winner)
  else expect(nameOf(ranked[0])).toBe(winner)
})

test('the article has sixteen bullets, and each has its scenario', () => {
  expect(articleScenarios).toHaveLength(16)
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length)
})

test('the choice of method does not drive the result: TOPSIS puts the same mesh first wherever it is no tie', () => {
  const compared = scenarios.map(({ name, file }) => {
    const { ranked, outcome } = recommend(basis, needs(file))
    const same = firstByTopsis(ranked)?.split('/')[0] === ranked[0]?.candidate.mesh.id
    return { name, same, tie: outcome.kind === 'tie' }
  })
  expect(compared.filter(({ same, tie }) => !same && !tie)).toEqual([])
  expect(compared.filter(({ same }) => same).length / compared.length).toBeGreaterThanOrEqual(0.95)
})

test('weights that are somewhat off hardly ever change a winner', () => {
  const off = [0.8, 1.25]
  const results = scenarios.flatMap(({ file }) => {
    const { ranked } = recommend(basis, needs(file))
    const [first] = ranked
    return (first?.contributions ?? []).flatMap(({ criterion }) =>
      off.map((factor) => {
        const rescored = ranked.map(({ candidate, contributions }) => ({
          mesh: candidate.mesh.id,
          score: contributions.reduce(
            (sum, { criterion: { id }, points }) => sum + points * (id === criterion.id ? factor : 1),
            0,
          ),
        }))
        return rescored.sort((a, b) => b.score - a.score)[0]?.mesh === first?.candidate.mesh.id
      }),
    )
  })
  expect(results.filter(Boolean).length / results.length).toBeGreaterThan(0.98)
})

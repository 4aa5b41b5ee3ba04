import { applies } from './condition.ts'
import type { Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'

/** A constraint that counts: answered, or following from what else was answered. */
export interface Need {
  readonly id: string
  readonly level: 'must' | 'should'
  /** Why it counts, where it was not answered itself. */
  readonly because?: string
}

/** The constraints that count, in the order of their ids. */
export function needsInForce(rules: Rules, requirements: Requirements): readonly Need[] {
  const { constraints } = requirements
  const stated = Object.entries(constraints).flatMap(([id, level]): Need[] =>
    level === 'dont-care' || level === 'met' ? [] : [{ id, level }],
  )
  const implied = rules.implies
    .filter((one) => constraints[one.constraint] === undefined && applies(one, requirements))
    .map(({ constraint: id, level, because }): Need => ({ id, level, because }))
  return [...stated, ...new Map(implied.map((need) => [need.id, need])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

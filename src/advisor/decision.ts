import type { Basis } from './basis.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type Ranking, rank } from './rank.ts'
import type { Requirements } from './requirements.ts'
import { goingWithout, type Without } from './without.ts'

/** What some requirements come to, before anything is said of it. */
export interface Decision {
  readonly ranking: Ranking
  /** The ways to go without a mesh, the best first. */
  readonly ways: readonly Without[]
  readonly outcome: Outcome
}

/** Weighs every mesh and every way to go without one. */
export function decide(basis: Basis, requirements: Requirements): Decision {
  const ranking = rank(basis, requirements)
  const ways = goingWithout(basis, requirements, ranking)
  return { ranking, ways, outcome: outcomeOf(basis, requirements, ranking.ranked, ways) }
}

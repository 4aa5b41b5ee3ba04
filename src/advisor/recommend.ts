import type { Basis } from './basis.ts'
import { type Confidence, confidenceIn } from './confidence.ts'
import { decide } from './decision.ts'
import { type Moving, movingTo } from './moving.ts'
import { type Need, needsInForce } from './needs.ts'
import { type Objection, objectionTo } from './objection.ts'
import type { Outcome } from './outcome.ts'
import { type Check, checksFor } from './proof.ts'
import type { Ranking } from './rank.ts'
import { type Relaxation, relaxations } from './relax.ts'
import type { Requirements } from './requirements.ts'
import { type Flip, flipsOf } from './sensitivity.ts'
import { tensionsIn } from './tensions.ts'
import type { Without } from './without.ts'

/** A recommendation with everything that it takes to defend it. */
export interface Recommendation extends Ranking {
  readonly requirements: Requirements
  /** The constraints that counted, with those that follow from circumstances. */
  readonly needs: readonly Need[]
  readonly outcome: Outcome
  /** The ways to go without a mesh, the best first. */
  readonly ways: readonly Without[]
  readonly confidence: Confidence
  /** What moving costs from what runs. */
  readonly moving: readonly Moving[]
  /** What would change what is recommended, the smallest change first. */
  readonly flips: readonly Flip[]
  /** Which musts to give up, where none is left. */
  readonly relaxations: readonly Relaxation[]
  /** Answers that contradict each other. */
  readonly tensions: readonly string[]
  /** What to verify in a proof of concept. */
  readonly checks: readonly Check[]
  /** The strongest argument against the first. */
  readonly objection?: Objection
}

/** Recommends a mesh, or says why none. Pure: the same requirements and knowledge give the same recommendation. */
export function recommend(basis: Basis, requirements: Requirements): Recommendation {
  const decision = decide(basis, requirements)
  const { ranking, ways, outcome } = decision
  const [first] = ranking.ranked
  const objection = objectionTo(basis, requirements, outcome, ranking.ranked)
  return {
    ...ranking,
    requirements,
    needs: needsInForce(basis.rules, requirements),
    outcome,
    ways,
    confidence: confidenceIn(basis, requirements, decision),
    moving: movingTo(basis, requirements, outcome),
    flips: flipsOf(basis, requirements, outcome),
    relaxations: relaxations(basis, requirements, ranking),
    tensions: tensionsIn(basis, requirements),
    checks: first ? checksFor(basis, requirements, first.candidate) : [],
    ...(objection ? { objection } : {}),
  }
}

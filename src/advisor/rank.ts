import type { Fact, Named } from '../facts/fact.ts'
import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { candidatesFor, mustsAmong } from './choice.ts'
import type { Constraint } from './constraint.ts'
import { criteriaFor, sum } from './criteria.ts'
import type { Meeting } from './meeting.ts'
import { needsInForce } from './needs.ts'
import type { Requirements } from './requirements.ts'

/** What a criterion adds to a score: its share of all weights, times how the candidate does on it. */
export interface Contribution {
  readonly criterion: Named
  /** 0 to 1; those of one candidate add up to 1. */
  readonly weight: number
  /** 0 to 1. */
  readonly score: number
  /** weight × score: these add up to the score of the candidate. */
  readonly points: number
  /** The share of what the criterion looks at that is known, 0 to 1. */
  readonly known: number
  readonly facts: readonly Fact[]
  /** Why, in a sentence, where it isn't what the facts say in brief. */
  readonly says?: string | undefined
}

export interface Ranked {
  readonly candidate: Candidate
  /** 0 to 1. */
  readonly score: number
  readonly contributions: readonly Contribution[]
}

/** A candidate that lacks a must. */
export interface Eliminated {
  readonly candidate: Candidate
  readonly constraint: Constraint
  readonly meeting: Meeting
}

export interface Ranking {
  /** The best first; equal scores in the order of their keys. */
  readonly ranked: readonly Ranked[]
  readonly eliminated: readonly Eliminated[]
}

/** Rules out what lacks a must, and puts the rest in order by the weighted sum of how they do on each criterion. */
export function rank(basis: Basis, requirements: Requirements): Ranking {
  const needs = needsInForce(basis.rules, requirements)
  const musts = mustsAmong(basis, needs, requirements)
  const stableOnly = requirements.circumstances['stable-only'] === true
  const candidates = candidatesFor(basis, requirements, needs)
  const eliminated = candidates.flatMap((candidate) =>
    musts
      .map(
        (constraint): Eliminated => ({ candidate, constraint, meeting: candidate.meeting(constraint, requirements) }),
      )
      .filter(({ meeting }) => meeting.fails || (stableOnly && isUnready(meeting.fact))),
  )
  const out = new Set(eliminated.map(({ candidate }) => candidate))
  const criteria = criteriaFor(basis, requirements, needs)
  const whole = sum(criteria.map(({ weight }) => weight))
  const ranked = candidates
    .filter((candidate) => !out.has(candidate))
    .map((candidate): Ranked => {
      const contributions = criteria.map(({ id, name, weight, judge }): Contribution => {
        const { score, known, facts, says } = judge(candidate)
        const share = weight / whole
        return { criterion: { id, name }, weight: share, score, points: share * score, known, facts, says }
      })
      return { candidate, score: sum(contributions.map(({ points }) => points)), contributions }
    })
    .sort(byScore)
  return { ranked, eliminated }
}

/** What the project itself does not call ready. */
const isUnready = ({ maturity }: Fact): boolean => maturity !== undefined && maturity !== 'stable'

/** Sums of the same numbers in another order differ in their last digits, which shall decide nothing. */
const byScore = (a: Ranked, b: Ranked): number => {
  const difference = b.score - a.score
  if (Math.abs(difference) > 1e-9) return difference
  return a.candidate.key < b.candidate.key ? -1 : 1
}

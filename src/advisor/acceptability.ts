import type { Basis } from './basis.ts'
import { criteriaFor } from './criteria.ts'
import type { Decision } from './decision.ts'
import { needsInForce } from './needs.ts'
import type { Contribution, Ranked } from './rank.ts'
import type { Requirements } from './requirements.ts'
import { isOpen, type Without } from './without.ts'

/** In how many ways it is weighed anew: enough that the share is right to some three points of 100. */
const draws = 200
/** What was answered may weigh a third or three times of what it weighs here. */
const weighsUpTo = 3
/** What was not answered may weigh up to a priority of 2, or nothing. */
const unansweredUpTo = 2
/** A score may be this much higher or lower: less than a place, or than lies between partial and yes. */
const scoreWithin = 0.15
/** And this much more where all of its facts are unconfirmed or disputed. */
const unconfirmedWithin = 0.1

/** What stands to choice, by what it weighs and scores: a mesh in a mode, or going without. */
interface Option {
  /** What it counts as: modes of one mesh are one, as are the ways to go without. */
  readonly as: string
  readonly parts: readonly {
    readonly id: string
    readonly weight: number
    readonly score: number
    readonly known: number
    readonly within: number
  }[]
}

/**
 * The share of ways to weigh the same answers somewhat otherwise in which what was decided stays first: the first rank
 * acceptability of stochastic multicriteria acceptability analysis (Lahdelma and Salminen, "SMAA-2", Operations Research
 * 49, 2001). Weights, scores and what is unknown are drawn, the same draws each time. 0 to 1.
 */
export function acceptability(basis: Basis, requirements: Requirements, decision: Decision): number {
  const options = [...decision.ranking.ranked.map(optionOf), ...decision.ways.filter(isOpen).map(optionOfWay)]
  const decided = decision.outcome.kind === 'without' ? without : decision.ranking.ranked[0]?.candidate.mesh.id
  const factorsOf = weightFactors(basis, requirements)
  let stays = 0
  for (let draw = 0; draw < draws; draw++) {
    let best: { as: string; points: number } | undefined
    for (const { as, parts } of options) {
      const points = parts.reduce((total, { id, weight, score, known, within }) => {
        const chance = drawn(`${as} ${id}`, draw)
        const off = within * (2 * chance - 1) + (1 - known) * drawn(`${as} ${id} unknown`, draw)
        return total + weight * factorsOf(id, draw) * (score + off)
      }, 0)
      if (!best || points > best.points) best = { as, points }
    }
    if (best?.as === decided) stays++
  }
  return stays / draws
}

const without = 'without'

const optionOf = ({ candidate, contributions }: Ranked): Option => ({
  as: candidate.mesh.id,
  parts: contributions.map(({ criterion: { id }, weight, score, known, facts }) => ({
    id,
    weight,
    score,
    known,
    within: scoreWithin + unconfirmedWithin * unconfirmedShare(facts),
  })),
})

const optionOfWay = ({ contributions, strength }: Without): Option => ({
  as: without,
  // Its shares are of all that speaks for it, where that is more than all that meshes are weighed on.
  parts: contributions.map(({ criterion: { id }, weight, score }) => ({
    id,
    weight: weight * Math.max(1, strength),
    score,
    known: 1,
    within: scoreWithin,
  })),
})

/** The share of some facts that have something unconfirmed or disputed, or are missing. */
export const unconfirmedShare = (facts: Contribution['facts']): number =>
  facts.length === 0
    ? 0
    : facts.filter(({ missing, unverified, disagreement }) => missing || unverified || disagreement).length /
      facts.length

/** By what the weight of a criterion is multiplied in a draw. */
function weightFactors(basis: Basis, requirements: Requirements): (id: string, draw: number) => number {
  const { weights } = basis.rules
  const needs = needsInForce(basis.rules, requirements)
  const guessed = new Set(
    criteriaFor(basis, requirements, needs)
      .filter(({ id, weight }) => requirements.priorities[id] === undefined && weight === weights.unanswered)
      .map(({ id }) => id),
  )
  const most = (weights.priority[unansweredUpTo] ?? 0) / weights.unanswered
  return (id, draw) => {
    const chance = drawn(id, draw)
    return guessed.has(id) ? most * chance : weighsUpTo ** (2 * chance - 1)
  }
}

/** A number from 0 to 1 that is the same for the same name and draw, and else as good as drawn (FNV-1a, then mixed). */
function drawn(name: string, draw: number): number {
  let hash = 2166136261 ^ draw
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619)
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

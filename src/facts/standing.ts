import { toBaseUnit } from '../knowledge/units.ts'
import type { Fact } from './fact.ts'
import { gradeOf, levelPoints } from './levels.ts'

/** Pods on a node when a figure per node is set against one per pod: the default limit of kubelet is 110. */
export const assumedPodsPerNode = 30

/**
 * How well a fact places its mesh on its topic, so that facts of one topic can be put in order: more is better.
 * Undefined where there is nothing to rank by. Support counts by its grade; a measured range by its geometric mean,
 * negated; a rank by its place.
 */
export function standing(fact: Fact): number | undefined {
  // CPU per node follows churn, CPU per request follows load: the two can't be put in one order.
  if (fact.value)
    return fact.value.unit === 'vCPU' && fact.value.per === 'node' ? undefined : -comparableAmount(fact.value)
  if (fact.rank) return -fact.rank.place
  // A level that needs words to be understood, such as a licence, places nobody.
  return fact.brief ? undefined : gradeOf(fact)?.points
}

/** The middle of a measured range, as an amount per pod or per call, in base units. */
export function comparableAmount(value: NonNullable<Fact['value']>): number {
  const middle = Math.sqrt(Math.max(value.low, 1e-3) * Math.max(value.high, 1e-3))
  const { amount } = toBaseUnit(middle, value.unit)
  return value.per === 'node' ? amount / assumedPodsPerNode : amount
}

/**
 * How far apart the best and the worst of some facts are, from 0 to 1: support by levels, measured ranges by their
 * ratio (a factor of ten or more is 1), ranks by places. Unknowns are left out.
 */
export function spread(facts: readonly Fact[]): number {
  const scores = facts.map(standing).filter((score) => score !== undefined)
  if (scores.length < 2) return 0
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  const [first] = facts
  if (first?.value) return Math.min(1, Math.log10(low / high))
  if (first?.rank) return Math.min(1, (high - low) / 4)
  return (high - low) / levelPoints.yes
}

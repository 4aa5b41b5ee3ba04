import type { SupportLevel } from '../knowledge/schema.ts'
import { toBaseUnit } from '../knowledge/units.ts'
import type { Fact } from './fact.ts'

const levels = { yes: 4, partial: 2, external: 1, no: 0 } as const satisfies Partial<Record<SupportLevel, number>>

/** What a support level loses for not being ready, or not free. */
const deductions = { alpha: 0.75, beta: 0.5, deprecated: 0.75, stable: 0, enterprise: 0.5 } as const

/** Less than a whole level, so that levels decide first. Another product is paid for, or not, in its own way. */
const largestDeduction = 0.9

/** Pods on a node when a figure per node is set against one per pod: the default limit of kubelet is 110. */
export const assumedPodsPerNode = 30

/**
 * How well a fact places its mesh on its topic, so that facts of one topic can be put in order: more is better.
 * Undefined where there is nothing to rank by. Support counts yes 4, partly 2, another product 1, no 0, less a fraction
 * for immaturity and paid editions; a measured range counts by its geometric mean, negated; a rank by its place.
 */
export function standing(fact: Fact): number | undefined {
  // CPU per node follows churn, CPU per request follows load: the two can't be put in one order.
  if (fact.value)
    return fact.value.unit === 'vCPU' && fact.value.per === 'node' ? undefined : -comparableAmount(fact.value)
  if (fact.rank) return -fact.rank.place
  // A level that needs words to be understood, such as a licence, places nobody.
  if (fact.brief || !fact.support || fact.support === 'unknown' || fact.support === 'not-applicable') return undefined
  const level = levels[fact.support]
  const paid = fact.edition === 'enterprise' && fact.support !== 'external' ? deductions.enterprise : 0
  const deduction = Math.min(largestDeduction, deductions[fact.maturity ?? 'stable'] + paid)
  return Math.max(0, level - deduction)
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
  return (high - low) / levels.yes
}

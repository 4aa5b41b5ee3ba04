import type { SupportLevel, Verdict } from '../knowledge/schema.ts'
import { firstSentence, inSentence, ordinal, showRange } from '../wording.ts'
import type { Fact } from './fact.ts'

/** How a support level reads, as a word of its own: colour and emoji are never all there is. */
export const supportWords = {
  yes: 'Yes',
  partial: 'Partly',
  no: 'No',
  external: 'With another product',
  'not-applicable': 'Does not apply',
  unknown: 'Unknown',
} as const satisfies Record<SupportLevel, string>

export const verdictWords = {
  holds: 'still holds',
  outdated: 'outdated',
  wrong: 'wrong',
  imprecise: 'imprecise',
  unverified: 'not confirmed',
} as const satisfies Record<Verdict, string>

/** How it reads that nobody has looked for a fact yet: not the same as not found. */
const notLookedFor = 'Not looked for yet'

/** A fact in the few words that fit a cell of a table. */
export function inBrief(fact: Fact): string {
  if (fact.value) {
    const range = `${showRange(fact.value.low, fact.value.high, fact.value.unit)} per ${fact.value.per}`
    return fact.unverified ? `${range} (not confirmed)` : range
  }
  if (fact.rank) return `${ordinal(fact.rank.place)} easiest`.replace('1st easiest', 'Easiest')
  if (fact.brief) return fact.brief
  if (fact.support) {
    const qualities = [
      fact.edition === 'enterprise' ? 'paid edition' : undefined,
      fact.maturity && fact.maturity !== 'stable' ? fact.maturity : undefined,
    ].filter((quality) => quality !== undefined)
    return supportWords[fact.support] + (qualities.length > 0 ? ` (${qualities.join(', ')})` : '')
  }
  return fact.missing ? notLookedFor : fact.statement
}

/**
 * The same inside a sentence: names such as Envoy and Go keep their capitals, and of a statement, where there is nothing
 * shorter, the first sentence is enough.
 */
export const inBriefHere = (fact: Fact): string =>
  fact.brief && !fact.value && !fact.rank ? fact.brief : inSentence(firstSentence(inBrief(fact)).replace(/\.$/, ''))

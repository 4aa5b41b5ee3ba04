import type { Intent } from '../question.ts'
import type { Scored } from './softmax.ts'

/** How sure a reading is, before calibration: how likely its intent is, times how likely its topic, if it needs one. */
export const rawScore = (intent: Scored<Intent> | undefined, topic: Scored<string> | undefined): number =>
  intent?.label === 'none' || intent?.label === 'profile' ? intent.p : (intent?.p ?? 0) * (topic?.p ?? 0)

/**
 * More than a third of the training questions is out of scope, because that is what has to be learned; of what people
 * ask, about a fifth is. This puts the odds of a refusal right (Bayes: the ratio of the two odds).
 */
const refusalOdds = 0.2 / 0.8 / (0.36 / 0.64)

/** The intents as likely as they are among what people ask, the likeliest first. */
export function asAsked(intents: readonly Scored<Intent>[]): readonly Scored<Intent>[] {
  const weighed = intents.map(({ label, p }) => ({ label, p: label === 'none' ? p * refusalOdds : p }))
  const total = weighed.reduce((sum, { p }) => sum + p, 0)
  return weighed.map(({ label, p }) => ({ label, p: p / total })).sort((a, b) => b.p - a.p)
}

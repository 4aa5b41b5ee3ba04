import type { Intent } from '../question.ts'
import type { Scored } from './softmax.ts'

/** How sure a reading is, before calibration: how likely its intent is, times how likely its topic, if it needs one. */
export const rawScore = (intent: Scored<Intent> | undefined, topic: Scored<string> | undefined): number =>
  intent?.label === 'none' || intent?.label === 'profile' ? intent.p : (intent?.p ?? 0) * (topic?.p ?? 0)

/**
 * What a refusal counts beside an answer of the same likelihood. Refusing what could be answered is the worse mistake,
 * since an answer shows how the question was read and can ask back. Found on the held-out questions that may be looked
 * at: from 0.3 to 0.6 it makes no difference there.
 */
const refusalWeight = 0.45

/** The intents with refusals weighed down, the likeliest first. */
export function weighRefusals(intents: readonly Scored<Intent>[]): readonly Scored<Intent>[] {
  const weighed = intents.map(({ label, p }) => ({ label, p: label === 'none' ? p * refusalWeight : p }))
  const total = weighed.reduce((sum, { p }) => sum + p, 0)
  return weighed.map(({ label, p }) => ({ label, p: p / total })).sort((a, b) => b.p - a.p)
}

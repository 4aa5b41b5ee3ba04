import type { Intent } from '../question.ts'
import type { Scored } from './softmax.ts'

/** How sure a reading is, before calibration: how likely its intent is, times how likely its topic, if it needs one. */
export const rawScore = (intent: Scored<Intent> | undefined, topic: Scored<string> | undefined): number =>
  intent?.label === 'none' || intent?.label === 'profile' ? intent.p : (intent?.p ?? 0) * (topic?.p ?? 0)

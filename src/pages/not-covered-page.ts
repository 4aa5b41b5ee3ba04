import type { ClarifyAnswer, CorrectionsAnswer, NotCoveredAnswer, QuietAnswer } from '../answers/answer.ts'
import { choiceRows } from './choices.ts'
import type { Laid } from './page.ts'

/** That there is no answer, or that a command lacks something: what was said, and what to press instead. */
export const notCoveredPage = (answer: NotCoveredAnswer | ClarifyAnswer | CorrectionsAnswer | QuietAnswer): Laid => ({
  understood: answer.understood,
  lead: [answer.headline],
  parts: [],
  choices: choiceRows(answer.suggestions),
})

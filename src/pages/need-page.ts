import type { NeedAnswer } from '../answers/answer.ts'
import { choiceRows } from './choices.ts'
import { asList } from './fact-details.ts'
import { bold, type Laid, leadOf, type Prose } from './page.ts'

/** Whether to take a mesh at all. */
export const needPage = (answer: NeedAnswer): Laid => ({
  understood: answer.understood,
  lead: leadOf(answer.headline),
  parts: [
    ...asList(
      'What speaks for a mesh',
      answer.forOne.map((says) => [says]),
    ),
    ...asList(
      'Signs that you can wait',
      answer.signs.map((says) => [says]),
    ),
    ...asList(
      'What to use instead',
      answer.instead.map(({ title, says }): Prose => [bold(`${title}: `), says]),
    ),
    { kind: 'sources', sources: answer.sources },
  ],
  choices: choiceRows(answer.suggestions),
})

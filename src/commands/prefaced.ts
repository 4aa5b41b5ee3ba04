import type { Answer } from '../answers/answer.ts'

/** An answer that says first how what was said was taken. */
export const prefaced = (answer: Answer, how: string): Answer => ({
  ...answer,
  askBack: [how, ...(answer.askBack ? [answer.askBack] : [])].join(' '),
})

import type { HelpAnswer } from '../answers/answer.ts'
import { choiceRows } from './choices.ts'
import { code, type Laid, leadOf } from './page.ts'

/** What can be said to the bot. */
export const helpPage = (answer: HelpAnswer): Laid => ({
  understood: answer.understood,
  lead: leadOf(answer.headline),
  parts: [
    {
      kind: 'list',
      called: 'command',
      items: answer.commands.map(({ usage, does }) => [code(usage), ` ${does}`]),
    },
  ],
  choices: choiceRows(answer.suggestions),
})

import type { TroubleshootAnswer } from '../answers/answer.ts'
import { choiceRows } from './choices.ts'
import { asList } from './fact-details.ts'
import { bold, code, type Laid, type Part, type Prose } from './page.ts'

/** Where to look and whom to ask. */
export const troubleshootPage = (answer: TroubleshootAnswer): Laid => ({
  understood: answer.understood,
  lead: [answer.headline],
  parts: [
    ...asList(
      'Check first',
      answer.checks.map(({ run, tells, when }): Prose => [code(run), `: ${tells}${when ? ` (${when})` : ''}`]),
      { cap: 4 },
    ),
    ...asList('Read', answer.pages.map(link), { cap: 4 }),
    ...asList('Ask', answer.ask.map(link), { cap: 3 }),
    ...known(answer),
  ],
  choices: choiceRows(answer.suggestions),
})

const link = ({ about, url }: { about: string; url: string }): Prose => [{ text: about, url }]

/** What a fact does explain, if there is one. */
const known = ({ fact }: TroubleshootAnswer): Part[] =>
  fact ? [{ kind: 'paragraph', text: [bold(`What I know of ${fact.topic.name}: `), fact.statement] }] : []

import { answerNeed } from '../../answers/need.ts'
import { needPage } from '../../pages/need-page.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly need: object
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly need: NeedAnswer
  }
}

/** `need-a-mesh`: whether to take a mesh at all. */
export const need: Row<'need'> = {
  names: ['need-a-mesh'],
  readsOnly: true,
  parse: () => ({ kind: 'need' }),
  spell: () => 'need-a-mesh',
  answer: (_command, known) => answerNeed(known),
  about: () => ({ intent: 'recommend', meshes: [], modes: [], topics: ['best-fit'] }),
  page: needPage,
  facts: () => [],
  json: ({ signs }) => ({ signs }),
}

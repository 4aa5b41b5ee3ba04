import { answerStatus } from '../../answers/status.ts'
import { statusPage } from '../../pages/status-page.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly status: object
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly status: StatusAnswer
  }
}

/** `status`: how much is known and how fresh it is. What runs it adds how long, and whether the last reload worked. */
export const status: Row<'status'> = {
  names: ['status'],
  help: {
    usage: 'status',
    does: 'Show how old the knowledge is, and whether its last reload worked',
    examples: ['status'],
    example: () => ({ kind: 'status' }),
  },
  readsOnly: true,
  parse: (rest) => (rest === '' ? { kind: 'status' } : { kind: 'words', words: `status ${rest}`, to: 'ask' }),
  spell: () => 'status',
  answer: (_, { knowledge }) => answerStatus(knowledge),
  about: () => ({ intent: 'none', meshes: [], modes: [], topics: [] }),
  page: (answer) => statusPage(answer),
  facts: () => [],
  json: ({ meshes, topics, sources, newestCheck }) => ({ meshes, topics, sources, newestCheck }),
}

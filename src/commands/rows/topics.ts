import { answerTopics } from '../../answers/topics.ts'
import { topicsPage } from '../../pages/topics-page.ts'
import { topicsCommand } from '../make.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly topics: object
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly topics: TopicsAnswer
  }
}

/** `topics`: everything that can be asked about. */
export const topics: Row<'topics'> = {
  names: ['topics'],
  help: {
    usage: 'topics',
    does: 'List everything that can be asked about',
    examples: ['topics'],
    example: () => topicsCommand,
  },
  readsOnly: true,
  parse: (rest) => (rest === '' ? topicsCommand : { kind: 'words', words: `topics ${rest}`, to: 'ask' }),
  spell: () => 'topics',
  answer: (_, { knowledge }) => answerTopics(knowledge),
  about: () => ({ intent: 'none', meshes: [], modes: [], topics: [] }),
  page: topicsPage,
  facts: () => [],
  json: ({ groups }, knowledge) => ({
    groups: groups.map(({ group }) => ({
      group,
      topics: knowledge.topics
        .filter((topic) => topic.group === group.id)
        .map(({ id, title, meaning }) => ({ id, name: title, meaning })),
    })),
  }),
}

import { answerFact } from '../../answers/fact.ts'
import { factJson } from '../../json/fact-json.ts'
import { factPage } from '../../pages/fact-page.ts'
import type { NamedMeshes } from '../command.ts'
import { parseOnTopic } from '../on-topic.ts'
import { meshesOf, topicsOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { spellMeshes } from '../spelling.ts'

declare module '../command.ts' {
  interface Commands {
    readonly fact: FactCommand
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly fact: FactAnswer
  }
}

interface FactCommand extends NamedMeshes {
  readonly topics: readonly string[]
  /** True where it is asked which ones do not: then these come first. */
  readonly worstFirst?: boolean
}

const worstFirst = /\s+worst first$/i

/** `fact MESHES on TOPICS [worst first]`: what meshes do, have or cost. */
export const fact: Row<'fact'> = {
  names: ['fact'],
  readsOnly: true,
  parse: (rest, tools) =>
    parseOnTopic('fact', rest.replace(worstFirst, ''), tools, (named, topics) => ({
      kind: 'fact',
      ...named,
      topics,
      ...(worstFirst.test(rest) ? { worstFirst: true } : {}),
    })),
  spell: ({ topics, worstFirst, ...named }) =>
    `fact ${spellMeshes(named)} on ${topics.join(' ')}${worstFirst ? ' worst first' : ''}`,
  answer: ({ meshes, modes, topics, worstFirst = false }, known) =>
    answerFact(known, meshesOf(known.knowledge, meshes), topicsOf(known.knowledge, topics), {
      negated: worstFirst,
      modes,
    }),
  about: ({ meshes, modes, topics }) => ({ intent: 'fact', meshes, modes, topics }),
  page: factPage,
  facts: ({ facts }) => facts,
  json: ({ facts }) => ({ facts: facts.map(factJson) }),
}

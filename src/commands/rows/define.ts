import { answerTerm, answerTopic } from '../../answers/define.ts'
import { factJson } from '../../json/fact-json.ts'
import { findTopic } from '../../knowledge/knowledge.ts'
import { definitionPage } from '../../pages/definition-page.ts'
import { topicOf } from '../resolve.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly define: { readonly term: string }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly define: DefinitionAnswer
  }
}

/** `define TERM`: what a term of the glossary or a topic means. */
export const define: Row<'define'> = {
  names: ['define'],
  readsOnly: true,
  parse(rest, { knowledge, reader }) {
    const isTerm = (text: string) => knowledge.terms.some(({ id }) => id === text)
    const term = isTerm(rest) || findTopic(knowledge, rest) ? rest : reader.read(rest).terms[0]?.value
    return term === undefined ? { kind: 'none', meshes: [], near: [] } : { kind: 'define', term }
  },
  spell: ({ term }) => `define ${term}`,
  answer({ term: id }, known) {
    const term = known.knowledge.terms.find((one) => one.id === id)
    return term ? answerTerm(known, term) : answerTopic(known, topicOf(known.knowledge, id))
  },
  about({ term: id }, { terms }) {
    const term = terms.find((one) => one.id === id)
    const topic = term ? term.topic : id
    return { intent: 'define', meshes: [], modes: [], topics: topic === undefined ? [] : [topic] }
  },
  page: definitionPage,
  facts: ({ facts }) => facts,
  json: ({ term, meaning, aliases, facts }) => ({ term, meaning, aliases, facts: facts.map(factJson) }),
}

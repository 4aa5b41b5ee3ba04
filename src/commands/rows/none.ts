import { answerNone } from '../../answers/none.ts'
import { notCoveredPage } from '../../pages/not-covered-page.ts'
import type { Row } from '../row.ts'
import { spellMeshes } from '../spelling.ts'
import { splitOn } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly none: NotCovered
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly none: NotCoveredAnswer
  }
}

interface NotCovered {
  readonly meshes: readonly string[]
  /** Ids of the topics nearest to what was asked. */
  readonly near: readonly string[]
}

/** `not-covered [MESHES] [on TOPICS]`: that nothing is known, with what lies nearest. */
export const none: Row<'none'> = {
  names: ['not-covered'],
  readsOnly: true,
  parse(rest, { readMeshes, readScope }) {
    const { before, topicText } = splitOn(rest)
    const scope = readScope(topicText)
    return { kind: 'none', meshes: readMeshes(before).meshes, near: scope?.kind === 'topics' ? scope.topics : [] }
  },
  spell: ({ meshes, near }) =>
    [
      'not-covered',
      ...(meshes.length > 0 ? [spellMeshes({ meshes, modes: [] })] : []),
      ...(near.length > 0 ? ['on', ...near] : []),
    ].join(' '),
  answer: ({ meshes, near }, { knowledge }) => answerNone(knowledge, meshes, near),
  about: ({ meshes }) => ({ intent: 'none', meshes, modes: [], topics: [] }),
  page: notCoveredPage,
  facts: () => [],
  json: () => ({}),
}

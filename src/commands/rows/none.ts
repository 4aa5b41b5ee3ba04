import { answerForeign, answerNone } from '../../answers/none.ts'
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
  /** A word of the question that nothing in the knowledge explains. */
  readonly nothingOn?: string
  /** That it was not English. */
  readonly foreign?: boolean
}

const foreignWords = 'in another language'

/** `not-covered [MESHES] [on TOPICS] [nothing on WORD]`: that nothing is known, with what lies nearest. */
export const none: Row<'none'> = {
  names: ['not-covered'],
  readsOnly: true,
  parse(rest, { readMeshes, readScope }) {
    if (rest === foreignWords) return { kind: 'none', meshes: [], near: [], foreign: true }
    const [, main = '', nothingOn] = /^(.*?)(?:\s*\bnothing on (\S+))?$/is.exec(rest) ?? []
    const { before, topicText } = splitOn(main)
    const scope = readScope(topicText)
    return {
      kind: 'none',
      meshes: readMeshes(before).meshes,
      near: scope?.kind === 'topics' ? scope.topics : [],
      ...(nothingOn === undefined ? {} : { nothingOn }),
    }
  },
  spell: ({ meshes, near, foreign, nothingOn }) =>
    [
      'not-covered',
      ...(foreign ? [foreignWords] : []),
      ...(meshes.length > 0 ? [spellMeshes({ meshes, modes: [] })] : []),
      ...(near.length > 0 ? ['on', ...near] : []),
      ...(nothingOn === undefined ? [] : [`nothing on ${nothingOn}`]),
    ].join(' '),
  answer: ({ meshes, near, foreign, nothingOn }, { knowledge }) =>
    foreign ? answerForeign(knowledge) : answerNone(knowledge, meshes, near, nothingOn),
  about: ({ meshes }) => ({ intent: 'none', meshes, modes: [], topics: [] }),
  page: notCoveredPage,
  facts: () => [],
  json: () => ({}),
}

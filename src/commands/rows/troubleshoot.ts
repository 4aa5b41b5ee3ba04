import { answerTroubleshoot } from '../../answers/troubleshoot.ts'
import { troubleshootPage } from '../../pages/troubleshoot-page.ts'
import { meshOf, topicOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { spellMeshes } from '../spelling.ts'
import { splitOn } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly troubleshoot: Troubleshoot
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly troubleshoot: TroubleshootAnswer
  }
}

interface Troubleshoot {
  /** None where none was named. */
  readonly mesh?: string
  readonly topic?: string
  /** Whether something is broken, or it was asked how a thing is done. */
  readonly about: 'broken' | 'how-to'
  /** The lines of the fact that explain it, such as `limit.2`. */
  readonly told?: readonly string[]
}

/** `troubleshoot [MESH] [on TOPIC] [told LINES]` and `how-to …`: where to look and whom to ask. */
export const troubleshoot: Row<'troubleshoot'> = {
  names: ['troubleshoot', 'how-to'],
  readsOnly: true,
  parse(rest, { readMeshes, readScope }, name) {
    const [, asked = '', told] = /^(.*?)(?:(?:^| )told (\S+))?$/is.exec(rest) ?? []
    const { before, topicText } = splitOn(asked)
    const [mesh] = readMeshes(before).meshes
    const scope = topicText ? readScope(topicText) : undefined
    const topic = scope?.kind === 'topics' ? scope.topics[0] : undefined
    return {
      kind: 'troubleshoot',
      about: name === 'how-to' ? 'how-to' : 'broken',
      ...(mesh === undefined ? {} : { mesh }),
      ...(topic === undefined ? {} : { topic }),
      ...(told === undefined ? {} : { told: told.toLowerCase().split(',') }),
    }
  },
  spell: ({ mesh, topic, about, told = [] }) =>
    [
      about === 'how-to' ? 'how-to' : 'troubleshoot',
      ...(mesh === undefined ? [] : [spellMeshes({ meshes: [mesh], modes: [] })]),
      ...(topic === undefined ? [] : ['on', topic]),
      ...(told.length === 0 ? [] : ['told', told.join(',')]),
    ].join(' '),
  answer: ({ mesh, topic, about, told }, known) =>
    answerTroubleshoot(
      known,
      about,
      mesh === undefined ? undefined : meshOf(known.knowledge, mesh),
      topic === undefined ? undefined : topicOf(known.knowledge, topic),
      told,
    ),
  about: ({ mesh, topic }) => ({
    intent: 'troubleshoot',
    meshes: mesh === undefined ? [] : [mesh],
    modes: [],
    topics: topic === undefined ? [] : [topic],
  }),
  page: troubleshootPage,
  facts: ({ fact }) => (fact ? [fact] : []),
  json: ({ mesh, checks, pages, ask }) => ({ mesh: mesh?.id, checks, pages, ask }),
}

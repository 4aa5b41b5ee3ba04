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
  /** The line of the fact that explains it, such as `limit.2`. */
  readonly line?: string
}

/** `troubleshoot [MESH] [on TOPIC] [line LINE]` and `how-to …`: where to look and whom to ask. */
export const troubleshoot: Row<'troubleshoot'> = {
  names: ['troubleshoot', 'how-to'],
  readsOnly: true,
  parse(rest, { readMeshes, readScope }, name) {
    const [, asked = '', line] = /^(.*?)(?: line (\S+))?$/is.exec(rest) ?? []
    const { before, topicText } = splitOn(asked)
    const [mesh] = readMeshes(before).meshes
    const scope = topicText ? readScope(topicText) : undefined
    const topic = scope?.kind === 'topics' ? scope.topics[0] : undefined
    return {
      kind: 'troubleshoot',
      about: name === 'how-to' ? 'how-to' : 'broken',
      ...(mesh === undefined ? {} : { mesh }),
      ...(topic === undefined ? {} : { topic }),
      ...(line === undefined ? {} : { line: line.toLowerCase() }),
    }
  },
  spell: ({ mesh, topic, about, line }) =>
    [
      about === 'how-to' ? 'how-to' : 'troubleshoot',
      ...(mesh === undefined ? [] : [spellMeshes({ meshes: [mesh], modes: [] })]),
      ...(topic === undefined ? [] : ['on', topic]),
      ...(line === undefined ? [] : ['line', line]),
    ].join(' '),
  answer: ({ mesh, topic, about, line }, known) =>
    answerTroubleshoot(
      known,
      about,
      mesh === undefined ? undefined : meshOf(known.knowledge, mesh),
      topic === undefined ? undefined : topicOf(known.knowledge, topic),
      line,
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

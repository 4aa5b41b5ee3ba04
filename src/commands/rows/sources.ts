import { answerSources } from '../../answers/sources.ts'
import { sourcesPage } from '../../pages/sources-page.ts'
import { linkWords } from '../link-words.ts'
import { sourcesOn } from '../make.ts'
import { meshOf, topicsOf } from '../resolve.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly sources: { readonly mesh: string; readonly topics: readonly string[] }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly sources: SourcesAnswer
  }
}

const links = new Set<string>([...linkWords, 'on', 'of', 'for'])

/** `sources MESH [TOPIC]`: the documents behind the facts. */
export const sources: Row<'sources'> = {
  names: ['sources'],
  help: {
    usage: 'sources MESH [TOPIC]',
    does: 'List the sources behind the facts',
    takes: '<words...>',
    examples: ['sources cilium', 'sources istio retries'],
    example: ({ meshes: [first] }) => first && sourcesOn(first.id),
  },
  readsOnly: true,
  parse(rest, tools) {
    const words = rest.split(/\s+/).filter(Boolean)
    const isMesh = (word: string) => tools.reader.read(word).mentions.length > 0
    const [mesh] = tools.readMeshes(words.filter(isMesh).join(' ')).meshes
    if (mesh === undefined) return tools.noSuchMesh(`sources ${rest}`.trim(), words, sourcesOn)
    const text = words.filter((word) => !isMesh(word) && !links.has(word.toLowerCase())).join(' ')
    const scope = tools.readScope(text)
    if (scope?.kind === 'topics') return sourcesOn(mesh, ...scope.topics)
    return scope?.kind === 'overall'
      ? sourcesOn(mesh)
      : tools.noSuchTopic(`sources ${rest}`, text, (topic) => sourcesOn(mesh, topic))
  },
  spell: ({ mesh, topics }) => ['sources', mesh, ...topics].join(' '),
  answer: ({ mesh, topics }, known) =>
    answerSources(known, meshOf(known.knowledge, mesh), topicsOf(known.knowledge, topics)),
  about: ({ mesh, topics }) => ({ intent: 'fact', meshes: [mesh], modes: [], topics }),
  page: sourcesPage,
  facts: () => [],
  json: ({ entries }) => ({ entries }),
}

import { answerDiagram, answerOwnDiagram } from '../../answers/diagram.ts'
import { diagramPage } from '../../pages/diagram-page.ts'
import { listed } from '../../wording.ts'
import { readDiagramWords } from '../diagram-words.ts'
import { drawDiagrams } from '../make.ts'
import type { OwnCluster } from '../own-cluster.ts'
import { parseMine } from '../parse-mine.ts'
import type { Row } from '../row.ts'
import { sizeWords } from '../size-words.ts'
import { oneThingMissing } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly diagram: DiagramCommand
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly diagram: DiagramAnswer
  }
}

interface DiagramCommand {
  /** How a request gets through one mesh or two, by the ids of the diagrams, or what would run in a cluster. */
  readonly of: { readonly kind: 'requests'; readonly diagrams: readonly string[] } | OwnCluster
}

/** `diagram MESH [MODE]`, `diagram A B`, `diagram mine MESH pods=500 nodes=20`: pictures. */
export const diagram: Row<'diagram'> = {
  names: ['diagram'],
  help: {
    usage: 'diagram MESH [MODE] or A B or mine MESH pods=500 nodes=20',
    does: 'Draw how a request gets through a mesh, two of them, or what would run in your cluster',
    takes: '<words...>',
    examples: ['diagram istio ambient', 'diagram istio cilium', 'diagram mine linkerd pods=500 nodes=20'],
    example: ({ diagrams: [first] }) => first && drawDiagrams(first.id),
  },
  readsOnly: true,
  parse(rest, { knowledge, reader }) {
    const words = rest.toLowerCase().split(/\s+/).filter(Boolean)
    const said = ['diagram', ...words].join(' ')
    if (words[0] === 'mine') return parseMine(said, words.slice(1).join(' '), knowledge, reader)
    const { diagrams, unknown } = readDiagramWords(words, knowledge, reader)
    const all = knowledge.diagrams.map(({ id, title }) => ({ label: title, command: drawDiagrams(id) }))
    const lacks = (problem: string, choices = all) =>
      ({ kind: 'incomplete', said, title: oneThingMissing, problem, choices }) as const
    if (unknown.length > 0) {
      const titles = listed(knowledge.diagrams.map(({ title }) => title))
      return { ...lacks(`I have no diagram of "${unknown.join(' ')}". I have ${titles}.`), isPerhapsQuestion: true }
    }
    if (diagrams.length === 0) return lacks('A diagram of which mesh?')
    if (diagrams.length <= 2) return drawDiagrams(...diagrams.map(({ id }) => id))
    const two = diagrams.slice(0, 2)
    const label = two.map(({ title }) => title).join(' and ')
    return lacks('At most two diagrams fit side by side.', [
      { label, command: drawDiagrams(...two.map(({ id }) => id)) },
    ])
  },
  spell({ of }) {
    if (of.kind === 'requests') return ['diagram', ...of.diagrams].join(' ')
    const { design, mode = '', size, vms, clusters } = of
    const extras = [...(vms > 0 ? [`vms=${vms}`] : []), ...(clusters > 1 ? [`clusters=${clusters}`] : [])]
    return ['diagram mine', design, mode, sizeWords(size.stated), ...extras].filter(Boolean).join(' ')
  },
  answer({ of }, known) {
    if (of.kind === 'own-cluster') return answerOwnDiagram(known, of)
    const diagrams = of.diagrams.flatMap((id) => known.knowledge.diagrams.find((one) => one.id === id) ?? [])
    return answerDiagram(known, diagrams)
  },
  about: () => ({ intent: 'none', meshes: [], modes: [], topics: [] }),
  page: diagramPage,
  facts: () => [],
  json: ({ scenes, sources }) => ({ scenes, sources: sources.map(({ title, url }) => ({ title, url })) }),
}

import { answerLacks } from '../../answers/lacks.ts'
import { factJson } from '../../json/fact-json.ts'
import type { Knowledge, ModeOfMesh, Topic } from '../../knowledge/knowledge.ts'
import { lacksPage } from '../../pages/lacks-page.ts'
import type { NamedMeshes } from '../command.ts'
import { meshOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { spellMeshes } from '../spelling.ts'
import { splitOn } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly lacks: Lacks
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly lacks: LacksAnswer
  }
}

interface Lacks extends NamedMeshes {
  /** The area that it is asked of; all where none is named. */
  readonly group?: string
}

/** `lacks MESH [MESH] [on area AREA]`: what a mesh or mode can't do, or does less well than a second one. */
export const lacks: Row<'lacks'> = {
  names: ['lacks'],
  readsOnly: true,
  parse(rest, { readMeshes, readScope, noSuchMesh }) {
    const { before, topicText } = splitOn(rest)
    const { meshes, modes, unknown } = readMeshes(before)
    const scope = readScope(topicText)
    const [first] = meshes
    if (first === undefined)
      return noSuchMesh(`lacks ${rest}`.trim(), unknown, (id) => ({ kind: 'lacks', meshes: [id], modes: [] }))
    return { kind: 'lacks', meshes, modes, ...(scope?.kind === 'group' ? { group: scope.group } : {}) }
  },
  spell: ({ group, ...named }) => `lacks ${spellMeshes(named)}${group === undefined ? '' : ` on area ${group}`}`,
  answer({ meshes, modes, group }, known) {
    const [subject, than] = subjectsOf(known.knowledge, { meshes, modes })
    if (!subject) throw new Error('a command on what is lacking names a mesh')
    return answerLacks(known, subject, than, topicsIn(known.knowledge, group))
  },
  about: ({ meshes, modes }) => ({ intent: meshes.length > 1 ? 'compare' : 'profile', meshes, modes, topics: [] }),
  page: lacksPage,
  facts: ({ facts }) => facts,
  json: ({ facts, inPart }) => ({ facts: facts.map(factJson), inPart: inPart.map(factJson) }),
}

/** The meshes in their modes, in the order named: the one that is asked about, then the one that it is held against. */
const subjectsOf = (knowledge: Knowledge, { meshes, modes }: NamedMeshes) =>
  meshes.flatMap((id) => {
    const its = modes.filter((one: ModeOfMesh) => one.mesh === id)
    return (its.length > 0 ? its.map(({ mode }) => mode) : [undefined]).map((mode) => ({
      mesh: meshOf(knowledge, id),
      mode,
    }))
  })

const topicsIn = ({ topics }: Knowledge, group: string | undefined): readonly Topic[] =>
  group === undefined ? topics : topics.filter((topic) => topic.group === group)

import { cellOf, houseKey, type Knowledge, type Mesh, type Topic } from '../knowledge/knowledge.ts'
import type { Cell, ModeCell } from '../knowledge/schema.ts'
import type { CitedSource, Fact, Named } from './fact.ts'

export const namedMesh = (mesh: Mesh): Named => ({ id: mesh.id, name: mesh.name })
export const namedTopic = (topic: Topic): Named => ({ id: topic.id, name: topic.title })

/** The mode that a mesh runs in where nothing else is said. */
export function defaultMode({ modes }: Mesh): Named | undefined {
  const [id, mode] = Object.entries(modes).find(([, one]) => one.default) ?? []
  return id !== undefined && mode ? { id, name: mode.name } : undefined
}

/** Each source of some facts, once. */
export function sourcesOf(facts: readonly Fact[]): readonly CitedSource[] {
  const all = facts.flatMap((fact) => fact.sources)
  return [...new Map(all.map((source) => [source.id, source])).values()]
}

/** The oldest day on which one of these facts was checked; undefined where none was. */
export const checkedSince = (facts: readonly Pick<Fact, 'checked'>[]): string | undefined =>
  facts.flatMap(({ checked }) => checked ?? []).sort()[0]

/** What cells are resolved from. */
export interface Resolving extends Pick<Knowledge, 'figures' | 'house'> {
  cite(ids: readonly string[]): readonly CitedSource[]
}

/** What is known of a mesh on a topic, with everything resolved that an answer shows of it. */
export function resolveCell(from: Resolving, mesh: Mesh, topic: Topic): Fact {
  const cell = cellOf(mesh, topic)
  const house = from.house.get(houseKey(mesh.id, topic.id))
  return {
    ...(cell ? factOf(from, mesh, topic, cell) : missingFact(mesh, topic)),
    house,
    // What an organisation says of support itself stands without our reasons for another level.
    ...(house?.support ? { support: house.support, reason: undefined, maturity: undefined, edition: undefined } : {}),
  }
}

function factOf(from: Resolving, mesh: Mesh, topic: Topic, cell: Cell): Fact {
  const base = { mesh: namedMesh(mesh), topic: namedTopic(topic), missing: false, checked: cell.checked }
  const modes = Object.entries(cell.modes).map(
    ([id, modeCell]): Fact => ({
      ...base,
      ...shared(from, modeCell),
      statement: modeCell.statement ?? cell.statement,
      mode: { id, name: mesh.modes[id]?.name ?? id },
      modes: [],
    }),
  )
  return {
    ...base,
    ...shared(from, cell),
    statement: cell.statement,
    rank: cell.rank,
    article: cell.article,
    belief: cell.belief,
    disagreement: cell.disagreement,
    unverified: cell.unverified,
    modes,
  }
}

/**
 * What stands for a cell that there is not: in a directory of facts that is older than a topic, say. It has no support
 * level, since `unknown` says that somebody looked.
 */
const missingFact = (mesh: Mesh, topic: Topic): Fact => ({
  mesh: namedMesh(mesh),
  topic: namedTopic(topic),
  missing: true,
  statement: 'Nobody has looked for this yet.',
  via: [],
  needs: [],
  limits: [],
  figures: [],
  checked: undefined,
  sources: [],
  modes: [],
})

const shared = ({ figures, cite }: Resolving, cell: Cell | ModeCell) => ({
  brief: cell.brief,
  support: cell.support,
  reason: cell.reason,
  value: cell.value,
  via: cell.via,
  default: cell.default,
  needs: cell.needs,
  since: cell.since,
  until: cell.until,
  maturity: cell.maturity,
  edition: cell.edition,
  limits: cell.limits,
  figures: cell.figures.flatMap((id) => figures.get(id) ?? []),
  sources: cite(cell.sources),
})

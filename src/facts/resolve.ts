import { cellOf, houseKey, type Knowledge, type Mesh, type Topic } from '../knowledge/knowledge.ts'
import type { Cell, ModeCell } from '../knowledge/schema.ts'
import type { CitedSource, Fact, Named } from './fact.ts'

export const namedMesh = (mesh: Mesh): Named => ({ id: mesh.id, name: mesh.name })
export const namedTopic = (topic: Topic): Named => ({ id: topic.id, name: topic.title })

/** Each source of some facts, once. */
export function sourcesOf(facts: readonly Fact[]): readonly CitedSource[] {
  const all = facts.flatMap((fact) => fact.sources)
  return [...new Map(all.map((source) => [source.id, source])).values()]
}

/** The oldest day on which one of these facts was checked. */
export const checkedSince = (facts: readonly Fact[]): string => facts.map(({ checked }) => checked).sort()[0] ?? ''

/** What cells are resolved from. */
export interface Resolving extends Pick<Knowledge, 'figures' | 'house'> {
  cite(ids: readonly string[]): readonly CitedSource[]
}

/** A cell with everything resolved that an answer shows of it. */
export function resolveCell(from: Resolving, mesh: Mesh, topic: Topic): Fact {
  const cell = cellOf(mesh, topic)
  const base = { mesh: namedMesh(mesh), topic: namedTopic(topic), checked: cell.checked }
  const modes = Object.entries(cell.modes).map(
    ([id, modeCell]): Fact => ({
      ...base,
      ...shared(from, modeCell),
      statement: modeCell.statement ?? cell.statement,
      mode: { id, name: mesh.modes[id]?.name ?? id },
      modes: [],
    }),
  )
  const house = from.house.get(houseKey(mesh.id, topic.id))
  return {
    ...base,
    ...shared(from, cell),
    statement: cell.statement,
    rank: cell.rank,
    article: cell.article,
    belief: cell.belief,
    disagreement: cell.disagreement,
    unverified: cell.unverified,
    house,
    // What an organisation says of support itself stands without our reasons for another level.
    ...(house?.support ? { support: house.support, reason: undefined, maturity: undefined, edition: undefined } : {}),
    modes,
  }
}

const shared = ({ figures, cite }: Resolving, cell: Cell | ModeCell) => ({
  brief: cell.brief,
  support: cell.support,
  reason: cell.reason,
  value: cell.value,
  via: cell.via,
  since: cell.since,
  maturity: cell.maturity,
  edition: cell.edition,
  limits: cell.limits,
  figures: cell.figures.flatMap((id) => figures.get(id) ?? []),
  sources: cite(cell.sources),
})

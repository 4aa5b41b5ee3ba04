import type { z } from 'zod'
import { type AddressedFact, allFacts } from '../knowledge/addressed-facts.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { exportSchema } from './schemas.ts'

export type ExportedFact = z.input<typeof exportSchema>['facts'][number]

/** Every fact that ships as data of its own, mesh by mesh in the order of the topics. */
export const exportedFacts = (knowledge: Knowledge): ExportedFact[] =>
  allFacts(knowledge).map((fact) => exportedFact(fact, knowledge))

function exportedFact(fact: AddressedFact, { sources }: Knowledge): ExportedFact {
  const { address, mesh, topic, mode, cell, statement, checked } = fact
  const { support, reason, brief, needs, since, until, maturity, edition, value, limits } = cell
  return {
    address,
    mesh: mesh.id,
    topic: topic.id,
    ...(mode ? { mode } : {}),
    ...(support ? { level: support } : {}),
    ...(reason ? { reason } : {}),
    ...(brief ? { brief } : {}),
    statement,
    ...(cell.default ? { default: cell.default } : {}),
    needs,
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(maturity ? { maturity } : {}),
    ...(edition ? { edition } : {}),
    ...(value ? { value } : {}),
    limits,
    sources: cell.sources.flatMap((id) => {
      const source = sources.get(id)
      return source ? [{ id, title: source.title, url: source.url }] : []
    }),
    checked,
  }
}

import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Cell, SupportLevel } from '../knowledge/schema.ts'

/** A fact that has not been held against its sources for a while. */
export interface StaleFact {
  readonly mesh: string
  readonly topic: string
  /** YYYY-MM-DD. */
  readonly checked: string
  readonly days: number
}

const dayInMs = 86_400_000

/** The facts last checked `days` days before `today` or earlier, the oldest first. */
export function staleFacts({ meshes }: Knowledge, today: string, days: number): StaleFact[] {
  return meshes
    .flatMap((mesh) =>
      Object.entries(mesh.facts).map(([topic, { checked }]) => ({
        mesh: mesh.id,
        topic,
        checked,
        days: Math.round((Date.parse(today) - Date.parse(checked)) / dayInMs),
      })),
    )
    .filter((fact) => fact.days >= days)
    .sort((a, b) => b.days - a.days)
}

/** How much is known of one mesh. */
export interface MeshStats {
  readonly mesh: string
  readonly facts: number
  readonly support: Readonly<Record<SupportLevel, number>>
  readonly unverified: number
  readonly disagreements: number
  readonly correctsArticle: number
  readonly sources: number
  /** How many of the sources are published by somebody who sells a mesh. */
  readonly vendorSources: number
  /** Topics for which a page tells how. */
  readonly guides: number
  /** YYYY-MM-DD. */
  readonly oldest: string
}

export interface KnowledgeStats {
  readonly meshes: readonly MeshStats[]
  readonly topics: number
  readonly terms: number
  readonly neighbours: number
  readonly figures: number
  readonly sources: number
}

/** The knowledge in numbers. */
export const knowledgeStats = (knowledge: Knowledge): KnowledgeStats => ({
  meshes: knowledge.meshes.map(({ id, facts }) => meshStats(knowledge, id, Object.values(facts))),
  topics: knowledge.topics.length,
  terms: knowledge.terms.length,
  neighbours: knowledge.neighbours.length,
  figures: knowledge.figures.size,
  sources: knowledge.sources.size,
})

function meshStats({ sources, signposts }: Knowledge, mesh: string, cells: readonly Cell[]): MeshStats {
  const used = [...new Set(cells.flatMap((cell) => cell.sources))]
  const count = (holds: (cell: Cell) => unknown) => cells.filter(holds).length
  const level = (support: SupportLevel) => count((cell) => cell.support === support)
  return {
    mesh,
    facts: cells.length,
    support: {
      yes: level('yes'),
      partial: level('partial'),
      external: level('external'),
      no: level('no'),
      'not-applicable': level('not-applicable'),
      unknown: level('unknown'),
    },
    unverified: count(({ unverified }) => unverified),
    disagreements: count(({ disagreement }) => disagreement),
    correctsArticle: count(({ article }) => article && article.verdict !== 'holds'),
    sources: used.length,
    vendorSources: used.filter((id) => sources.get(id)?.sells).length,
    guides: Object.keys(signposts.get(mesh)?.howto ?? {}).length,
    oldest: cells.map(({ checked }) => checked).sort()[0] ?? '',
  }
}

import { allFacts } from '../knowledge/addressed-facts.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Cell, ModeCell, SupportLevel } from '../knowledge/schema.ts'
import { daysBetween } from './stale.ts'

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

/** All cells taken together. */
export interface CellStats {
  readonly cells: number
  /** Cells of modes, which come on top. */
  readonly modeCells: number
  /** How many cells rest on two sources or more, and their share from 0 to 1. */
  readonly severalSources: number
  readonly severalSourcesShare: number
  readonly support: Readonly<Record<SupportLevel, number>>
  /** Absent where there is no cell. */
  readonly oldest?: Age
  readonly median?: Age
}

interface Age {
  /** YYYY-MM-DD. */
  readonly checked: string
  readonly days: number
}

export interface KnowledgeStats {
  readonly all: CellStats
  readonly meshes: readonly MeshStats[]
  readonly topics: number
  readonly terms: number
  readonly neighbours: number
  readonly figures: number
  readonly sources: number
}

/** The knowledge in numbers. `today`, as YYYY-MM-DD, is what ages are counted to. */
export const knowledgeStats = (knowledge: Knowledge, today: string): KnowledgeStats => ({
  all: cellStats(knowledge, today),
  meshes: knowledge.meshes.map(({ id, facts }) => meshStats(knowledge, id, Object.values(facts))),
  topics: knowledge.topics.length,
  terms: knowledge.terms.length,
  neighbours: knowledge.neighbours.length,
  figures: knowledge.figures.size,
  sources: knowledge.sources.size,
})

function cellStats(knowledge: Knowledge, today: string): CellStats {
  const facts = allFacts(knowledge)
  const cells = facts.filter(({ mode }) => mode === undefined)
  const severalSources = cells.filter(({ cell }) => new Set(cell.sources).size > 1).length
  const dates = cells.map(({ checked }) => checked).sort()
  const age = (checked: string | undefined) => checked && { checked, days: daysBetween(checked, today) }
  const [oldest, median] = [age(dates[0]), age(dates[Math.floor((dates.length - 1) / 2)])]
  return {
    cells: cells.length,
    modeCells: facts.length - cells.length,
    severalSources,
    severalSourcesShare: cells.length === 0 ? 0 : severalSources / cells.length,
    support: supportOf(cells.map(({ cell }) => cell)),
    ...(oldest ? { oldest } : {}),
    ...(median ? { median } : {}),
  }
}

function supportOf(cells: readonly (Cell | ModeCell)[]): Record<SupportLevel, number> {
  const level = (support: SupportLevel) => cells.filter((cell) => cell.support === support).length
  return {
    yes: level('yes'),
    partial: level('partial'),
    external: level('external'),
    no: level('no'),
    'not-applicable': level('not-applicable'),
    unknown: level('unknown'),
  }
}

function meshStats({ sources, signposts }: Knowledge, mesh: string, cells: readonly Cell[]): MeshStats {
  const used = [...new Set(cells.flatMap((cell) => cell.sources))]
  const count = (holds: (cell: Cell) => unknown) => cells.filter(holds).length
  return {
    mesh,
    facts: cells.length,
    support: supportOf(cells),
    unverified: count(({ unverified }) => unverified),
    disagreements: count(({ disagreement }) => disagreement),
    correctsArticle: count(({ article }) => article && article.verdict !== 'holds'),
    sources: used.length,
    vendorSources: used.filter((id) => sources.get(id)?.sells).length,
    guides: Object.keys(signposts.get(mesh)?.howto ?? {}).length,
    oldest: cells.map(({ checked }) => checked).sort()[0] ?? '',
  }
}

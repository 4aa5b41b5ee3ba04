import { allFacts } from '../knowledge/addressed-facts.ts'
import type { Knowledge, Mesh } from '../knowledge/knowledge.ts'

const dayInMs = 86_400_000

/** Days from one date to another, both as YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayInMs)

/** Something that has not been held against its sources for a while. */
interface Due {
  /** YYYY-MM-DD. */
  readonly checked: string
  readonly days: number
}

/** A fact that has not been held against its sources for a while. */
export interface StaleFact extends Due {
  readonly mesh: string
  readonly topic: string
}

/** A doubt that stood in a cell when it was last checked. */
export interface StaleDoubt extends StaleFact {
  readonly unverified: string
}

/** Something else than a cell. `what` is its address in the knowledge: `release/istio`, `neighbours/kong-mesh`. */
export interface StalePart extends Due {
  readonly what: string
}

export interface Stale {
  /** The age in days of each kind from which on it is listed. */
  readonly days: number
  readonly unverifiedDays: number
  readonly releaseDays: number
  readonly facts: readonly StaleFact[]
  readonly unverified: readonly StaleDoubt[]
  readonly releases: readonly (StalePart & { readonly version: string })[]
  /** Designs of the estimator and their notes, terms, neighbours, signposts. */
  readonly others: readonly StalePart[]
}

/** A doubt may be settled by any page that appears meanwhile, so it is due sooner than a fact. */
const unverifiedAfterDays = 90

/** The projects put out patches about monthly. */
const releaseAfterDays = 30

/** What is due to be checked again by `today`: at the latest after `days`, the oldest first. */
export function staleParts(knowledge: Knowledge, today: string, days: number): Stale {
  const unverifiedDays = Math.min(days, unverifiedAfterDays)
  const releaseDays = Math.min(days, releaseAfterDays)
  const due = <T extends { readonly checked: string }>(parts: readonly T[], after: number): (T & Due)[] =>
    parts
      .map((part) => ({ ...part, days: daysBetween(part.checked, today) }))
      .filter((part) => part.days >= after)
      .sort((a, b) => b.days - a.days)
  const cells = allFacts(knowledge).flatMap(({ mesh, topic, mode, cell, checked }) =>
    mode ? [] : [{ mesh: mesh.id, topic: topic.id, checked, cell }],
  )
  const facts = cells.map(({ mesh, topic, checked }) => ({ mesh, topic, checked }))
  const doubts = cells.flatMap(({ mesh, topic, checked, cell }) =>
    'unverified' in cell && cell.unverified ? [{ mesh, topic, checked, unverified: cell.unverified }] : [],
  )
  const releases = knowledge.meshes.map((mesh) => ({
    what: `release/${mesh.id}`,
    version: mesh.release.version,
    checked: releaseChecked(mesh),
  }))
  return {
    days,
    unverifiedDays,
    releaseDays,
    facts: due(facts, days),
    unverified: due(doubts, unverifiedDays),
    releases: due(releases, releaseDays),
    others: due(partsBesideCells(knowledge), days),
  }
}

/** When the newest release was last looked for: by its own date, that of the cell about releases, or when it came out. */
export const releaseChecked = ({ release, facts }: Pick<Mesh, 'release' | 'facts'>): string =>
  release.checked ?? facts['release-support']?.checked ?? release.date

const partsBesideCells = ({
  estimator,
  terms,
  neighbours,
  signposts,
}: Knowledge): { what: string; checked: string }[] => [
  ...Object.entries(estimator.designs).flatMap(([id, { checked, notes }]) => [
    { what: `designs/${id}`, checked },
    ...notes.map((note, index) => ({ what: `designs/${id}/notes/${index + 1}`, checked: note.checked })),
  ]),
  ...terms.map(({ id, checked }) => ({ what: `terms/${id}`, checked })),
  ...neighbours.map(({ id, checked }) => ({ what: `neighbours/${id}`, checked })),
  ...[...signposts].flatMap(([mesh, { checked, howto }]) => [
    { what: `signposts/${mesh}`, checked },
    ...Object.entries(howto).map(([topic, page]) => ({ what: `signposts/${mesh}/${topic}`, checked: page.checked })),
  ]),
]

import { assertNever } from '../assert-never.ts'
import { listed } from '../wording.ts'
import type { Basis } from './basis.ts'
import { nameOf } from './candidates.ts'
import type { Ranked } from './rank.ts'
import { countAnswers, type Requirements } from './requirements.ts'
import { isOpen, type Without } from './without.ts'

/** What a recommendation comes to. */
export type Outcome =
  /** One mesh; `level` are its other modes that stand level with it. */
  | { readonly kind: 'mesh'; readonly first: Ranked; readonly level: readonly Ranked[] }
  /** Meshes that stand level, the first included. */
  | { readonly kind: 'tie'; readonly between: readonly Ranked[] }
  /** Nothing was answered: an order on average, and no recommendation. */
  | { readonly kind: 'undecided'; readonly first: Ranked }
  /** Better no mesh for now. */
  | { readonly kind: 'without'; readonly without: Without }
  /** No mesh meets all musts. */
  | { readonly kind: 'none-left' }

/** What a ranking comes to, given what was answered: going without a mesh competes with every mesh. */
export function outcomeOf(
  basis: Basis,
  requirements: Requirements,
  ranked: readonly Ranked[],
  ways: readonly Without[],
): Outcome {
  const [first] = ranked
  const isAnswered = countAnswers(requirements) > 0
  // Without a reason of its own, going without is no answer to a wish for a mesh.
  const without = ways.find(isOpen)
  if (without && isAnswered && (!first || without.strength > first.score)) return { kind: 'without', without }
  if (!first) return { kind: 'none-left' }
  if (!isAnswered || first.contributions.length === 0) return { kind: 'undecided', first }
  const level = ranked.filter(({ score }) => first.score - score < basis.rules.thresholds.tie)
  if (level.some(({ candidate }) => candidate.mesh !== first.candidate.mesh)) return { kind: 'tie', between: level }
  return { kind: 'mesh', first, level: level.filter((one) => one !== first) }
}

/** What is recommended, as a word: outcomes with the same are the same advice, whatever the modes and the points. */
export function outcomeKey(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'mesh':
      return outcome.first.candidate.mesh.id
    case 'tie':
      return `tie ${[...new Set(outcome.between.map(({ candidate }) => candidate.mesh.id))].sort().join(' ')}`
    case 'without':
      return outcome.without.way
    case 'undecided':
    case 'none-left':
      return outcome.kind
    default:
      return assertNever(outcome)
  }
}

/** What is recommended, as a name. */
export function outcomeName(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'mesh':
    case 'undecided':
      return nameOf(outcome.first.candidate)
    case 'tie':
      return listed(outcome.between.map(({ candidate }) => nameOf(candidate)))
    case 'without':
      return outcome.without.instead.title
    case 'none-left':
      return 'No mesh'
    default:
      return assertNever(outcome)
  }
}

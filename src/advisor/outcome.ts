import type { Basis } from './basis.ts'
import type { Ranked } from './rank.ts'
import { countAnswers, type Requirements } from './requirements.ts'
import type { Without } from './without.ts'

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
  const without = ways.find(({ failing, signs }) => failing.length === 0 && signs.length > 0)
  if (without && isAnswered && without.strength > (first?.score ?? 0)) return { kind: 'without', without }
  if (!first) return { kind: 'none-left' }
  if (!isAnswered) return { kind: 'undecided', first }
  const level = ranked.filter(({ score }) => first.score - score < basis.rules.thresholds.tie)
  if (level.some(({ candidate }) => candidate.mesh !== first.candidate.mesh)) return { kind: 'tie', between: level }
  return { kind: 'mesh', first, level: level.filter((one) => one !== first) }
}

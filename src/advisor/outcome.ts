import type { Basis } from './basis.ts'
import { holds } from './condition.ts'
import { needsInForce } from './needs.ts'
import type { Ranked } from './rank.ts'
import { countAnswers, type Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'

type Without = NonNullable<Rules['outcomes'][keyof Rules['outcomes']]>

/** What a recommendation comes to. */
export type Outcome =
  /** One mesh; `level` are its other modes that stand level with it. */
  | { readonly kind: 'mesh'; readonly first: Ranked; readonly level: readonly Ranked[] }
  /** Meshes that stand level, the first included. */
  | { readonly kind: 'tie'; readonly between: readonly Ranked[] }
  /** Nothing was answered: an order on average, and no recommendation. */
  | { readonly kind: 'undecided'; readonly first: Ranked }
  /** Better no mesh for now. */
  | { readonly kind: 'no-mesh-yet' | 'gateway-first'; readonly why: Without; readonly signs: readonly string[] }
  /** No mesh meets all musts. */
  | { readonly kind: 'none-left' }

/** What a ranking comes to, given what was answered. */
export function outcomeOf(basis: Basis, requirements: Requirements, ranked: readonly Ranked[]): Outcome {
  for (const kind of ['gateway-first', 'no-mesh-yet'] as const) {
    const why = basis.rules.outcomes[kind]
    const signs = why ? signsOf(basis, requirements, why) : []
    if (why && signs.length > 0) return { kind, why, signs }
  }
  const [first] = ranked
  if (!first) return { kind: 'none-left' }
  if (countAnswers(requirements) === 0) return { kind: 'undecided', first }
  const level = ranked.filter(({ score }) => first.score - score < basis.rules.thresholds.tie)
  if (level.some(({ candidate }) => candidate.mesh !== first.candidate.mesh)) return { kind: 'tie', between: level }
  return { kind: 'mesh', first, level: level.filter((one) => one !== first) }
}

/** What speaks for going without a mesh, if it is enough and no must speaks against it. */
function signsOf(basis: Basis, requirements: Requirements, { signs, needed, allowed }: Without): readonly string[] {
  const musts = needsInForce(basis.rules, requirements).filter(({ level }) => level === 'must')
  if (musts.some(({ id }) => !allowed.includes(id))) return []
  const seen = signs.filter(({ when }) => holds(when, requirements)).map(({ says }) => says)
  return seen.length >= needed ? seen : []
}

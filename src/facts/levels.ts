import type { Cell, SupportLevel } from '../knowledge/schema.ts'
import type { Fact } from './fact.ts'

/** The order of levels, for rankings and for advice. A level that isn't here is not placed, and is worth nothing. */
export const levelPoints = { yes: 4, partial: 2, external: 1, no: 0 } as const satisfies Partial<
  Record<SupportLevel, number>
>

/** What a level loses for not being ready, or not free. */
export const flawPoints = {
  stable: 0,
  beta: 0.5,
  alpha: 0.75,
  deprecated: 0.75,
  enterprise: 0.5,
} as const satisfies Record<NonNullable<Cell['maturity']> | 'enterprise', number>

/** Less than a whole level, so that levels decide first. */
const mostLost = 0.9

/** How far a level places its mesh, 0 to 4, and the nearest points that any other fact can have. */
export interface Grade {
  readonly points: number
  readonly below: number
  readonly above: number | undefined
}

type Graded = Pick<Fact, 'support' | 'maturity' | 'edition'>

/**
 * How far a fact's level, maturity and edition place its mesh: more is better. Undefined where nothing is known, or where
 * the question does not apply. Editions count unless they are what is asked for.
 */
export function gradeOf(fact: Graded, { editionCounts = true } = {}): Grade | undefined {
  const points = pointsOf(fact, editionCounts)
  if (points === undefined) return undefined
  return {
    points,
    below: steps.findLast((step) => step < points) ?? 0,
    above: steps.find((step) => step > points),
  }
}

function pointsOf({ support, maturity = 'stable', edition }: Graded, editionCounts: boolean): number | undefined {
  if (!support || support === 'unknown' || support === 'not-applicable') return undefined
  // Another product is ready and paid for, or not, in its own way.
  if (support === 'external' || support === 'no') return levelPoints[support]
  const paid = editionCounts && edition === 'enterprise' ? flawPoints.enterprise : 0
  return levelPoints[support] - Math.min(mostLost, flawPoints[maturity] + paid)
}

/** Every number of points that there is, the fewest first. */
const steps: readonly number[] = [
  ...new Set(
    (['yes', 'partial', 'external', 'no'] as const).flatMap((support) =>
      (['stable', 'beta', 'alpha', 'deprecated'] as const).flatMap((maturity) =>
        (['open-source', 'enterprise'] as const).map((edition) => pointsOf({ support, maturity, edition }, true) ?? 0),
      ),
    ),
  ),
].sort((a, b) => a - b)

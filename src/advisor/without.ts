import type { Named } from '../facts/fact.ts'
import type { Basis } from './basis.ts'
import { holds } from './condition.ts'
import { criteriaFor, sum } from './criteria.ts'
import { type Need, needsInForce } from './needs.ts'
import type { Ranking } from './rank.ts'
import type { Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'

/** The ways to go without a mesh, by their names in the criteria. */
export const waysWithout = ['gateway-first', 'no-mesh-yet'] as const
export type WayWithout = (typeof waysWithout)[number]

/** What is taken instead of a mesh, as it stands in the criteria. */
export type Instead = NonNullable<Rules['outcomes'][WayWithout]>

/** What a criterion adds to the score of going without a mesh, or takes off. */
export interface WithoutContribution {
  readonly criterion: Named
  /** A share of all that meshes are weighed on. */
  readonly weight: number
  /** 0 to 1, or below 0 for what only a mesh brings. */
  readonly score: number
  readonly points: number
}

/** Going without a mesh, weighed on what meshes are weighed on, so that their scores can be set beside each other. */
export interface Without {
  readonly way: WayWithout
  readonly instead: Instead
  /** 0 to 1. */
  readonly score: number
  /** The same where it is not cut off at 1: how far it is ahead of a mesh. */
  readonly strength: number
  /** These add up to the score. */
  readonly contributions: readonly WithoutContribution[]
  /** What speaks for it. */
  readonly signs: readonly string[]
  /** The needs that are met without a mesh, and by what. */
  readonly met: readonly { readonly title: string; readonly by: string }[]
  /** The musts that nothing but a mesh meets. */
  readonly failing: readonly Need[]
}

/** Whether it can be the outcome: it fails no must, and something speaks for it. */
export const isOpen = ({ failing, signs }: Without): boolean => failing.length === 0 && signs.length > 0

/** Below this a must is not met by what is there without a mesh. */
const enough = 0.3
/** What is not said of a priority in the criteria. */
const middling = 0.5
/**
 * What a mesh brings that nobody has to ask for, as much as a need that it meets: encryption with identity, and metrics of
 * calls. So going without needs a reason, and is not the answer to every wish for speed. What does not matter, or is met
 * already, is not missed.
 */
const brings = { id: 'brings', name: 'What a mesh brings unasked', score: -0.8 } as const
const brought: readonly { readonly weight: number; readonly by: readonly string[] }[] = [
  { weight: 2, by: ['mutual-tls', 'mtls-enforcement'] },
  { weight: 1, by: ['metrics', 'per-route-metrics', 'observability'] },
]
/** That nothing which is asked for takes a mesh. */
const nothingNeeded = { id: 'no-need', name: 'Nothing that you need takes a mesh.', weight: 2, score: 1 } as const
/** That no mesh meets the musts, and going without does. */
const noneElse = {
  id: 'none-left',
  name: 'No mesh meets all of your musts, and going without does.',
  weight: 2,
  score: 1,
}
/** What a need that is met already speaks for going without. */
const metWeight = 2

/** Each way to go without a mesh beside what is left of meshes, the best first. */
export function goingWithout(
  basis: Basis,
  requirements: Requirements,
  { ranked, eliminated }: Ranking,
): readonly Without[] {
  const needs = needsInForce(basis.rules, requirements)
  const criteria = criteriaFor(basis, requirements, needs)
  const whole = sum(criteria.map(({ weight }) => weight))
  // Whoever calls it a must how the mesh is to be has decided for one, and is not to be talked out of it.
  const isDecided =
    requirements.circumstances['mesh-in-doubt'] !== true &&
    needs.some(({ id, level }) => level === 'must' && basis.constraints.get(id)?.ofMesh)
  const missed = missedOf(requirements)
  const isNoneLeft = ranked.length === 0 && eliminated.length > 0 && requirements.candidates.length === 0
  return waysWithout
    .flatMap((way): Without[] => {
      const instead = basis.rules.outcomes[way]
      if (!instead) return []
      const meets = (id: string) => meeting(instead, id, requirements)
      const alreadyMet = Object.entries(requirements.constraints).flatMap(([id, level]) =>
        level === 'met' ? [`${titleOf(basis, id)} is met already.`] : [],
      )
      const seen = instead.signs.filter(({ when }) => holds(when, requirements))
      const failing = needs.filter(({ id, level }) => level === 'must' && meets(id) < enough)
      const found = [
        ...(isNoneLeft && failing.length === 0 ? [noneElse] : []),
        ...seen.map(({ says, weight }) => ({ id: 'sign', name: says, weight, score: 1 })),
        ...alreadyMet.map((says) => ({ id: 'met', name: says, weight: metWeight, score: 1 })),
      ]
      // That no need was named speaks for nothing by itself: few name all that they need.
      const needsNone = found.length > 0 && needs.every(({ id }) => meets(id) >= enough)
      // What is met, or not needed, speaks for going without, but for a gateway only traffic at the edge does.
      const reasons = needsNone ? [...found, nothingNeeded] : found
      const signs = isDecided || (way === 'gateway-first' && seen.length === 0) ? [] : reasons
      const judged = criteria.map(({ id, name, weight }) => ({
        id,
        name,
        weight,
        // A mesh that runs speaks for itself by what it brings: as far as that is not missed, taking it out is as good.
        score: id === 'fit' ? 1 - missed / allBrought : scoreOn(id, instead, meets),
      }))
      const parts = [...judged, ...signs, ...(missed > 0 ? [{ ...brings, weight: missed }] : [])]
      const points = sum(parts.map(({ weight, score }) => weight * score))
      // Where nothing is weighed, what speaks for it and against it is all there is.
      const measure = whole === 0 ? sum(parts.map(({ weight }) => weight)) : whole
      // Much that speaks for it is no more than all of what can.
      const all = Math.max(measure, points)
      const contributions = parts.map(({ id, name, weight, score }): WithoutContribution => {
        const share = all === 0 ? 0 : weight / all
        return { criterion: { id, name }, weight: share, score, points: share * score }
      })
      return [
        {
          way,
          instead,
          score: Math.max(0, sum(contributions.map((one) => one.points))),
          strength: measure === 0 ? 0 : points / measure,
          contributions,
          signs: signs.map(({ name }) => name),
          met: needs.flatMap(({ id }) => {
            const by = instead.meets[id]?.by
            return by !== undefined && meets(id) >= enough ? [{ title: titleOf(basis, id), by }] : []
          }),
          failing,
        },
      ]
    })
    .sort((a, b) => b.strength - a.strength)
}

/** How much of what a mesh brings unasked is missed without it. */
const missedOf = ({ constraints }: Requirements): number =>
  sum(
    brought
      .filter(({ by }) => !by.some((id) => constraints[id] === 'dont-care' || constraints[id] === 'met'))
      .map(({ weight }) => weight),
  )

const allBrought = sum(brought.map(({ weight }) => weight))

function scoreOn(criterion: string, { priorities }: Instead, meets: (id: string) => number): number {
  if (criterion.startsWith('needs-')) return meets(criterion.slice('needs-'.length))
  return priorities[criterion] ?? (criterion === 'leaving' || criterion.endsWith('-skill') ? 1 : middling)
}

function meeting({ meets }: Instead, id: string, { circumstances }: Requirements): number {
  const found = meets[id]
  if (!found) return 0
  return found.atEdge && circumstances['ingress-only'] !== true ? 0 : found.score
}

const titleOf = ({ constraints }: Basis, id: string): string => constraints.get(id)?.title ?? id

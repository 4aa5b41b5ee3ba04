import { sum } from './criteria.ts'
import type { Ranked } from './rank.ts'

/**
 * A second method, to see whether the choice of method drives the result: TOPSIS with fixed ideals (1 and 0 on every
 * criterion), which ranks by the distance to the best and the worst that there could be (García-Cascales and Lamata,
 * "On rank reversal and TOPSIS method", 2012). Unlike the weighted sum it holds an uneven candidate's weakness against
 * it. Gives the candidates' closeness to the ideal, 0 to 1, by key.
 */
export function closenessToIdeal(ranked: readonly Ranked[]): ReadonlyMap<string, number> {
  return new Map(
    ranked.map(({ candidate, contributions }) => {
      const toBest = distance(contributions.map(({ weight, score }) => weight * (1 - score)))
      const toWorst = distance(contributions.map(({ weight, score }) => weight * score))
      return [candidate.key, toBest + toWorst === 0 ? 0 : toWorst / (toBest + toWorst)] as const
    }),
  )
}

const distance = (legs: readonly number[]): number => Math.sqrt(sum(legs.map((leg) => leg * leg)))

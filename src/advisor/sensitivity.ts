import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { type Move, movesFrom } from './moves.ts'
import { rank } from './rank.ts'
import type { Requirements } from './requirements.ts'

/** One answer that, given otherwise, puts another mesh first. */
export interface Flip extends Move {
  readonly winner: Candidate
}

/**
 * The smallest changes of a single answer that put another mesh first, the smallest first, one for each answer and
 * mesh. Another mode of the same mesh is no flip.
 */
export function flipsOf(basis: Basis, requirements: Requirements): readonly Flip[] {
  const winner = rank(basis, requirements).ranked[0]?.candidate
  if (!winner) return []
  const flips = movesFrom(basis, requirements).flatMap((move): Flip[] => {
    const first = rank(basis, move.requirements).ranked[0]?.candidate
    return first && first.mesh !== winner.mesh ? [{ ...move, winner: first }] : []
  })
  const smallest = new Map<string, Flip>()
  for (const flip of flips.sort((a, b) => a.size - b.size || compare(a, b))) {
    const key = `${flip.field} ${flip.winner.mesh.id}`
    if (!smallest.has(key)) smallest.set(key, flip)
  }
  return [...smallest.values()]
}

const compare = (a: Flip, b: Flip): number => (`${a.field} ${a.to}` < `${b.field} ${b.to}` ? -1 : 1)

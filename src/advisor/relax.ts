import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import type { Constraint } from './constraint.ts'
import { type Ranking, rank } from './rank.ts'
import type { Level, Requirements } from './requirements.ts'

/** Musts that, made shoulds, leave a mesh. */
export interface Relaxation {
  readonly constraints: readonly Constraint[]
  readonly requirements: Requirements
  readonly winner: Candidate
}

/** Where no mesh meets all musts: which ones to relax to get which mesh, the fewest first. */
export function relaxations(
  basis: Basis,
  requirements: Requirements,
  { ranked, eliminated }: Ranking,
): readonly Relaxation[] {
  if (ranked.length > 0) return []
  const lacks = Map.groupBy(eliminated, ({ candidate }) => candidate.key)
  const sets = new Map<string, readonly Constraint[]>()
  for (const failures of lacks.values()) {
    const constraints = failures.map(({ constraint }) => constraint).sort((a, b) => (a.id < b.id ? -1 : 1))
    sets.set(constraints.map(({ id }) => id).join(' '), constraints)
  }
  return [...sets.values()]
    .sort((a, b) => a.length - b.length)
    .flatMap((constraints) => {
      const relaxed = relax(requirements, constraints)
      const winner = rank(basis, relaxed).ranked[0]?.candidate
      return winner ? [{ constraints, requirements: relaxed, winner }] : []
    })
}

function relax(requirements: Requirements, constraints: readonly Constraint[]): Requirements {
  const softened = Object.fromEntries(constraints.map(({ id }): [string, Level] => [id, 'should']))
  return { ...requirements, constraints: { ...requirements.constraints, ...softened } }
}

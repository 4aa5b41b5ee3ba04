import type { Fact, Named } from './fact.ts'
import { standing } from './standing.ts'

/**
 * A fact with those of the mesh's modes beside it that stand elsewhere in an order: each as a fact of its own, named
 * after its mode. `defaultMode` is what the fact itself is of then.
 */
export function besideModes(fact: Fact, defaultMode: Named | undefined): Fact[] {
  const others = fact.modes.filter((mode) => {
    const own = standing({ ...fact, ...mode, modes: [] })
    return own !== undefined && own !== standing(fact)
  })
  if (others.length === 0) return [fact]
  const named = (mode: Named | undefined): Named => ({
    id: fact.mesh.id,
    name: mode ? `${fact.mesh.name}, ${mode.name.charAt(0).toLowerCase()}${mode.name.slice(1)}` : fact.mesh.name,
  })
  return [
    { ...fact, modes: fact.modes.filter((mode) => !others.includes(mode)), mesh: named(defaultMode) },
    ...others.map(
      (mode): Fact => ({
        ...fact,
        ...mode,
        modes: [],
        belief: undefined,
        article: undefined,
        mesh: named(mode.mode),
      }),
    ),
  ]
}

import { inSentence } from '../wording.ts'
import type { Fact, Named } from './fact.ts'
import { standing } from './standing.ts'

/** A fact seen in one mode: the mode's own cell comes first where it has one. */
export function inMode(fact: Fact, modeId: string | undefined): Fact {
  const mode = fact.modes.find((one) => one.mode?.id === modeId)
  return mode ? { ...fact, ...mode, modes: [] } : fact
}

/** A fact in one mode, by a name that tells it from the same mesh in others: what is said of all modes is left out. */
export const apartInMode = (fact: Fact, modeId: string | undefined, name: string): Fact => ({
  ...inMode(fact, modeId),
  belief: undefined,
  article: undefined,
  mesh: { id: fact.mesh.id, name },
})

/**
 * A fact with those of the mesh's modes beside it that stand elsewhere in an order: each as a fact of its own, named
 * after its mode. `defaultMode` is what the fact itself is of then.
 */
export function besideModes(fact: Fact, defaultMode: Named | undefined): Fact[] {
  const others = fact.modes.filter(({ mode }) => {
    const own = standing(inMode(fact, mode?.id))
    return own !== undefined && own !== standing(fact)
  })
  if (others.length === 0) return [fact]
  const nameIn = (mode: Named | undefined): string =>
    mode ? `${fact.mesh.name}, ${inSentence(mode.name)}` : fact.mesh.name
  return [
    {
      ...fact,
      modes: fact.modes.filter((mode) => !others.includes(mode)),
      mesh: { id: fact.mesh.id, name: nameIn(defaultMode) },
    },
    ...others.map(({ mode }) => apartInMode(fact, mode?.id, nameIn(mode))),
  ]
}

import type { Draft } from '../../draft.ts'
import type { Path } from '../../path.ts'
import type { Rule } from '../rule.ts'

interface Owner {
  readonly what: string
  readonly as: 'name' | 'part'
}

/**
 * Who answers to a word must be certain: a mesh, one neighbour, or several of which one is asked for. Only the name of
 * a neighbour may be a part of a mesh as well, if it has to do with that mesh: Kiali is a product, and gives Istio away.
 */
export const neighbourWords: Rule = {
  name: 'neighbour-words',
  description: 'no word of a neighbour belongs to a mesh, to another neighbour or to the ambiguous ones',
  check: (draft) => {
    const { neighbours } = draft
    const owners = wordsOfMeshes(draft)
    return [...wordsOfNeighbours(draft)].flatMap(({ word, path, id, isName, relatedTo }) => {
      const key = keyOf(word)
      const taken = owners.get(key)
      if (taken === undefined) owners.set(key, { what: id, as: 'name' })
      const allowed =
        taken === undefined || taken.what === id || (isName && taken.as === 'part' && relatedTo.has(taken.what))
      return allowed
        ? []
        : [neighbours.problem(path, `"${word}" already leads to "${taken.what}": keep it in one place`)]
    })
  },
}

/** A word as a text is searched for it: dashes and dots part words as blanks do. */
const keyOf = (word: string): string =>
  word
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')

function wordsOfMeshes({ meshes }: Draft): Map<string, Owner> {
  const owners = new Map<string, Owner>()
  for (const [mesh, { data }] of meshes) {
    for (const part of data.parts) owners.set(keyOf(part), { what: mesh, as: 'part' })
    for (const word of [mesh, data.name, ...data.aliases]) owners.set(keyOf(word), { what: mesh, as: 'name' })
  }
  return owners
}

interface NeighbourWord {
  readonly word: string
  readonly path: Path
  readonly id: string
  readonly isName: boolean
  readonly relatedTo: ReadonlySet<string>
}

function* wordsOfNeighbours({ neighbours }: Draft): Generator<NeighbourWord> {
  const nothing = new Set<string>()
  for (const [index, { said }] of neighbours.data.ambiguous.entries()) {
    const path = ['ambiguous', index, 'said']
    yield { word: said, path, id: `several neighbours (ambiguous.${index})`, isName: false, relatedTo: nothing }
  }
  for (const [id, { name, aliases, relations }] of Object.entries(neighbours.data.neighbours)) {
    const relatedTo = new Set(relations.map(({ mesh }) => mesh))
    yield { word: name, path: ['neighbours', id, 'name'], id, isName: true, relatedTo }
    for (const [index, word] of aliases.entries()) {
      yield { word, path: ['neighbours', id, 'aliases', index], id, isName: false, relatedTo }
    }
  }
}

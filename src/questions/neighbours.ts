import type { Knowledge } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import { phraseFinder, type Span, singular } from './phrases.ts'
import type { Token } from './tokens.ts'

/** A neighbour named in a text. */
export interface NeighbourNamed extends Span {
  readonly words: string
  readonly id: string
  /** The words belong to a topic or a term as well ("envoy", "prometheus"), which a question may mean by them. */
  readonly shared: boolean
}

/** Words that several neighbours go by, and the ids of those that they may mean. */
export interface NeighbourUnclear extends Span {
  readonly words: string
  readonly ids: readonly string[]
}

export interface NeighboursNamed {
  readonly named: readonly NeighbourNamed[]
  readonly unclear: readonly NeighbourUnclear[]
}

/** Finds what stands beside the meshes in a text. */
export interface NeighbourFinder {
  find(tokens: readonly Token[]): NeighboursNamed
}

type Meaning = { readonly id: string } | { readonly ids: readonly string[] }

/**
 * Builds a finder from the names and aliases of the neighbours. The longest phrase wins, the meshes' own included, so
 * that "linkerd 1.x" is the neighbour and "linkerd 2.x" none. A mesh's name inside the span of a neighbour is a part of
 * that name and not the mesh.
 */
export function neighbourFinder({ neighbours, ambiguous, meshes, topics, terms }: Knowledge): NeighbourFinder {
  const phrases = once(() =>
    phraseFinder<Meaning | undefined>(
      [
        ...neighbours.flatMap(({ id, name, aliases }) => [name, ...aliases].map((word) => [word, { id }] as const)),
        ...ambiguous.map(({ said, ids }) => [said, { ids }] as const),
        ...meshes.flatMap(({ id, name, aliases, parts, lookalikes }) =>
          [id, name, ...aliases, ...parts, ...lookalikes].map((word) => [word, undefined] as const),
        ),
      ],
      singular,
    ),
  )
  const otherWords = once(() =>
    phraseFinder([
      ...topics.flatMap(({ id, title, words }) => [title, ...words].map((word) => [word, id] as const)),
      ...terms.flatMap(({ id, term, aliases }) => [term, ...aliases].map((word) => [word, id] as const)),
    ]),
  )

  const find = (tokens: readonly Token[]): NeighboursNamed => {
    const found = phrases().find(tokens)
    if (found.length === 0) return { named: [], unclear: [] }
    const others = otherWords().find(tokens)
    // A name of several words is nobody else's, whatever topic goes by it as well.
    const isShared = ({ start, end }: Span) =>
      end - start === 1 && others.some((other) => other.start <= start && end <= other.end)
    return {
      named: found.flatMap(({ start, end, words, value }) =>
        value && 'id' in value ? [{ start, end, words, id: value.id, shared: isShared({ start, end }) }] : [],
      ),
      unclear: found.flatMap(({ start, end, words, value }) =>
        value && 'ids' in value ? [{ start, end, words, ids: value.ids }] : [],
      ),
    }
  }
  return { find }
}

import type { NeighbourFinder } from '../questions/neighbours.ts'
import type { Span } from '../questions/phrases.ts'
import type { Reading } from '../questions/reading.ts'
import type { Words } from '../questions/words.ts'

/** One of our meshes with what it is held against: the ids of the products that go by some words. */
export interface HeldAgainst {
  readonly mesh: string
  readonly words: string
  readonly ids: readonly string[]
}

/** Of two names so far apart the one is hardly held against the other: "calico vs the cilium one". */
const farthest = 3

/**
 * What a text holds against one of our meshes: "calico vs cilium", "the difference between Cilium and Calico". Undefined
 * where several of ours are named, since it is then among these that is chosen.
 */
export function heldAgainst(
  { tokens, mentions }: Reading,
  finder: NeighbourFinder,
  { whole }: Pick<Words, 'whole'>,
): HeldAgainst | undefined {
  const { named, unclear } = finder.find(tokens)
  const others = [...named.map(({ id, ...span }) => ({ ...span, ids: [id] })), ...unclear]
  const own = mentions.filter((one) => !others.some(({ start, end }) => start <= one.start && one.end <= end))
  const [mesh, ...more] = new Set(own.map(({ mesh }) => mesh))
  if (mesh === undefined || more.length > 0) return undefined
  const isApart = (from: number, to: number) => tokens.slice(from, to).some(({ word }) => whole.apart.has(word))
  const isHeld = (one: Span, other: Span): boolean => {
    const [first, second] = one.start < other.start ? [one, other] : [other, one]
    // Of many names most lie too far apart: what is between these is not even looked at.
    if (second.start <= first.end || second.start - first.end > farthest) return false
    if (isApart(first.end, second.start)) return true
    const between = tokens.slice(first.end, second.start)
    return between.every(({ word }) => whole.joining.has(word)) && isApart(0, first.start)
  }
  const [only, ...rest] = others
  const differs = tokens.some(({ word }) => whole.differ.has(word))
  const held =
    only && rest.length === 0 && differs ? only : others.find((other) => own.some((one) => isHeld(one, other)))
  return held && { mesh, words: held.words, ids: held.ids }
}

/**
 * A number from 0 to 2³² for a text, that looks random and is the same each time (FNV-1a, mixed as in MurmurHash3):
 * whatever else is trained on, each text has its place, so that one more of them leaves the others where they are.
 */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

/** Items in an order that looks random: another one in each round, and in each the same for the same numbers. */
export const shuffled = <T extends { readonly number: number }>(items: readonly T[], round: number): T[] =>
  items
    .map((item) => ({ item, order: mixed(item.number ^ Math.imul(round + 1, 0x9e3779b1)) }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

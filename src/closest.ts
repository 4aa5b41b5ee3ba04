import Fuse from 'fuse.js'

/** No name that we know is longer, so a longer word is a slip for none. */
const longestWord = 80

/** The candidate nearest to a mistyped word, or undefined when none is near: for "did you mean …?". */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined
  const fuse = new Fuse(candidates, { threshold: 0.35, distance: 20 })
  return fuse.search(word, { limit: 1 })[0]?.item
}

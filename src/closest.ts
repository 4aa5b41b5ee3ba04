import Fuse from 'fuse.js'

/** The candidate nearest to a mistyped word, or undefined when none is near: for "did you mean …?". */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const fuse = new Fuse(candidates, { threshold: 0.35, distance: 20 })
  return fuse.search(word, { limit: 1 })[0]?.item
}

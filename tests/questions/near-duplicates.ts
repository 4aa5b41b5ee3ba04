/** Two texts of which one says nearly what the other does, and how alike they are, 0 to 1. */
export interface NearDuplicate<T> {
  readonly one: T
  readonly other: T
  readonly alike: number
}

/** From this share of common runs of three words on, two texts count as the same. */
const tooAlike = 0.6
/** Shorter texts, such as "and memory?", are what anybody would say. */
const fewestWords = 4

/**
 * The pairs of a measured and a trained text that are nearly the same, by the runs of three words that they share of all
 * that they have (Jaccard), whatever the case and punctuation.
 */
export function nearDuplicates<T extends { readonly q: string }>(
  measured: readonly T[],
  trained: readonly T[],
): NearDuplicate<T>[] {
  const known = trained.map((one) => ({ one, runs: runsOf(one.q) }))
  const byRun = new Map<string, Set<(typeof known)[number]>>()
  for (const entry of known) {
    for (const run of entry.runs) {
      const entries = byRun.get(run) ?? new Set()
      byRun.set(run, entries.add(entry))
    }
  }
  return measured
    .filter(({ q }) => wordsOf(q).length >= fewestWords)
    .flatMap((one) => {
      const runs = runsOf(one.q)
      const candidates = new Set([...runs].flatMap((run) => [...(byRun.get(run) ?? [])]))
      return [...candidates].flatMap((candidate) => {
        const common = [...runs].filter((run) => candidate.runs.has(run)).length
        const alike = common / (runs.size + candidate.runs.size - common)
        return alike > tooAlike ? [{ one, other: candidate.one, alike }] : []
      })
    })
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

function runsOf(text: string): Set<string> {
  const words = wordsOf(text)
  if (words.length < 3) return new Set([words.join(' ')])
  return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')))
}

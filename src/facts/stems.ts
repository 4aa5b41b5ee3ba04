import { stemmer } from 'stemmer'

/** Gives each word its stem, whatever its case, and remembers it: each stands in many lines. */
export function stemming(): (word: string) => string {
  const stems = new Map<string, string>()
  return (word) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const stem = stemmer(word.toLowerCase())
    stems.set(word, stem)
    return stem
  }
}

/** For each stem those that say the same, of groups of words of which each stands for the others. */
export function sameStems(groups: readonly (readonly string[])[]): (stem: string) => readonly string[] {
  const others = new Map<string, Set<string>>()
  for (const words of groups) {
    const stems = new Set(words.map((word) => stemmer(word)))
    for (const stem of stems) {
      const its = others.get(stem) ?? new Set()
      for (const other of stems) if (other !== stem) its.add(other)
      others.set(stem, its)
    }
  }
  const lists = new Map([...others].map(([stem, its]) => [stem, [...its]]))
  return (stem) => lists.get(stem) ?? []
}

import levenshtein from 'damerau-levenshtein'

/**
 * How many slips of the finger lie between two words (a letter more, less, other, or swapped with its neighbour), or
 * undefined where they are more than `most`. Words whose lengths differ by more, or that have more letters which the name
 * lacks, are never compared: comparing takes time and memory by the product of both lengths.
 */
export function slipsBetween(word: string, name: string, most: number): number | undefined {
  if (Math.abs(word.length - name.length) > most) return undefined
  if ([...word].filter((letter) => !name.includes(letter)).length > most) return undefined
  const { steps } = levenshtein(name, word)
  return steps <= most ? steps : undefined
}

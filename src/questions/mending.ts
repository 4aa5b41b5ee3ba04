import type { Knowledge } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import { slipsBetween } from '../slips.ts'
import { speller } from './spelling.ts'
import { tokenize } from './tokens.ts'

/** Puts the word of the field that was meant in the place of one that is a slip of it. */
export interface Mending {
  /** The text with that word as it was meant; undefined where it is a slip of none. */
  mend(text: string, word: string): string | undefined
}

/** Of a word of so few letters only two that changed places are a slip: "mtsl". */
const short = 4

/** Mends by the words of topics, areas and terms. */
export function mendingBy({ topics, groups, terms }: Pick<Knowledge, 'topics' | 'groups' | 'terms'>): Mending {
  const words = once(() => {
    const texts = [
      ...[...topics, ...groups].flatMap((one) => [one.title, ...one.words]),
      ...terms.flatMap(({ term, aliases }) => [term, ...aliases]),
    ]
    const all = new Set(texts.flatMap((text) => tokenize(text).map(({ word }) => word)))
    return { shortOnes: [...all].filter(({ length }) => length === short), speller: speller([...all], all) }
  })

  const mend = (text: string, word: string): string | undefined => {
    const { shortOnes, speller: longOnes } = words()
    const meant = word.length === short ? shortOnes.find((one) => isSwapped(word, one)) : longOnes.nearest(word)
    if (meant === undefined) return undefined
    const mended = text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu'), meant)
    return mended === text ? undefined : mended
  }
  return { mend }
}

const isSwapped = (word: string, other: string): boolean =>
  [...word].sort().join('') === [...other].sort().join('') && slipsBetween(word, other, 1) === 1

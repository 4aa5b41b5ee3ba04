import { type Token, tokenize } from './tokens.ts'

/** A stretch of a token list: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The places that stretches of a text take. */
export const placesIn = (spans: readonly Span[]): ReadonlySet<number> =>
  new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)))

/** A phrase found in a text, and what it stands for. */
export interface Found<T> extends Span {
  readonly words: string
  readonly value: T
}

interface Entry<T> {
  readonly keys: readonly string[]
  readonly value: T
}

/** No phrase goes on past the end of a sentence, or a title: "requirements: mTLS". */
const sentenceEnd = /[.:;!?]\s/

/** Finds the phrases of a vocabulary in a text: the longest at each place, none overlapping. */
export interface PhraseFinder<T> {
  find(tokens: readonly Token[]): readonly Found<T>[]
}

/** Takes a plural off, and no more: for names, which a stem would make too many words alike. */
export const singular = ({ word }: Token): string => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word)

/** The stem, but for words such as "community" and "powerful": "communication" and "powered" have the same. */
export const closeStem = ({ word, stem }: Token): string => (/(ity|ful)$/.test(word) ? word : stem)

/**
 * Builds a finder from phrases as people write them. Words are alike when their `keyOf` is: their stem, unless said
 * otherwise. Looking up costs one step a token, however many phrases.
 */
export function phraseFinder<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  keyOf: (token: Token) => string = ({ stem }) => stem,
): PhraseFinder<T> {
  const byFirst = new Map<string, Entry<T>[]>()
  for (const [phrase, value] of phrases) {
    const keys = tokenize(phrase).map(keyOf)
    const [first] = keys
    if (first === undefined) continue
    const entries = byFirst.get(first) ?? []
    byFirst.set(first, entries)
    entries.push({ keys, value })
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.keys.length - a.keys.length)

  const find = (tokens: readonly Token[]): Found<T>[] => {
    const text = tokens.map(keyOf)
    const found: Found<T>[] = []
    for (let start = 0; start < tokens.length; ) {
      const entry = byFirst
        .get(text[start] ?? '')
        ?.find(({ keys }) =>
          keys.every(
            (key, offset) =>
              text[start + offset] === key && (offset === 0 || !sentenceEnd.test(tokens[start + offset]?.gap ?? '')),
          ),
        )
      if (!entry) {
        start++
        continue
      }
      const end = start + entry.keys.length
      const words = tokens.slice(start, end).map(({ word }) => word)
      found.push({ start, end, words: words.join(' '), value: entry.value })
      start = end
    }
    return found
  }
  return { find }
}

import { phraseFinder, type Span } from './phrases.ts'
import { type Token, tokenize } from './tokens.ts'

/** Some words of the reader's language. */
export interface WordSet {
  has(token: Token | undefined): boolean
}

/** Words that each stand for something. */
export interface WordMap<T> {
  of(token: Token | undefined): T | undefined
}

/** Words and phrases of the reader's language. */
export interface PhraseSet {
  find(tokens: readonly Token[]): readonly Span[]
}

/**
 * What makes words alike: a short one stands for itself, since its stem is that of too many others ("us" and "use",
 * "on" and "one"); a longer one for all that share its stem. The two never meet.
 */
export const keyOf = ({ word, stem }: Token): string => (word.length <= 3 ? word : `${stem} …`)

/** A set of whole words. */
export function wordSet(words: readonly string[]): WordSet {
  const keys = new Set(words.flatMap((word) => tokenize(word).map(keyOf)))
  return { has: (token) => token !== undefined && keys.has(keyOf(token)) }
}

/** Values by the whole words that stand for them. */
export function wordMap<T>(entries: Iterable<readonly [value: T, words: readonly string[]]>): WordMap<T> {
  const values = new Map(
    [...entries].flatMap(([value, words]) =>
      words.flatMap((word) => tokenize(word).map((token) => [keyOf(token), value] as const)),
    ),
  )
  return { of: (token) => (token ? values.get(keyOf(token)) : undefined) }
}

/** A set of phrases of one word or more. */
export const phraseSet = (phrases: readonly string[], key = keyOf): PhraseSet =>
  phraseFinder(
    phrases.map((phrase) => [phrase, true] as const),
    key,
  )

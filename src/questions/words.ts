import { z } from 'zod'
import { phraseFinder, type Span } from './phrases.ts'
import type { Sizes } from './question.ts'
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
const keyOf = ({ word, stem }: Token): string => (word.length <= 3 ? word : `${stem} …`)

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
export const phraseSet = (phrases: readonly string[]): PhraseSet =>
  phraseFinder(
    phrases.map((phrase) => [phrase, true] as const),
    keyOf,
  )

const isOneWord = (word: string): boolean => {
  const [token, ...others] = tokenize(word)
  return token?.word === word && others.length === 0
}
const word = z.string().refine(isOneWord, 'write one word in small letters, without punctuation')
const phrase = z.string().refine((text) => tokenize(text).length > 0, 'write words')
const set = z.array(word).min(1).transform(wordSet)
const phrases = z.array(phrase).min(1).transform(phraseSet)
/** Words that count as they stand only, without their plurals. */
const exact = z
  .array(word)
  .min(1)
  .transform((words): ReadonlySet<string> => new Set(words))
/** Numbers by the word that is written for them, which is never inflected. */
const amounts = z.record(word, z.number().positive()).transform((byWord) => new Map(Object.entries(byWord)))

const counted = ['pods', 'nodes', 'rps', 'hops', 'services', 'people', 'clusters'] as const
/** What a number may count. */
export type Counted = (typeof counted)[number]
/** How many there are of what is counted. */
export type Counts = Sizes & { readonly clusters?: number }

/** The entries of a record by what is counted. */
const entriesOf = <Value>(record: { readonly [Unit in Counted]?: Value | undefined }) =>
  counted.flatMap((unit) => {
    const value = record[unit]
    return value === undefined ? [] : [[unit, value] as const]
  })

const quantitiesSchema = z.strictObject({
  numbers: amounts,
  multiples: amounts,
  plurals: amounts,
  few: amounts,
  halves: set,
  articles: set,
  of: set,
  and: set,
  minus: set,
  to: set,
  from: set,
  between: set,
  pronouns: set,
  about: set,
  versioned: set,
  units: z.record(z.enum(counted), z.array(word)).transform((byUnit) => wordMap(entriesOf(byUnit))),
  'counts-before': z.partialRecord(z.enum(counted), z.array(phrase)).transform((byUnit) =>
    phraseFinder(
      entriesOf(byUnit).flatMap(([unit, all]) => all.map((one) => [one, unit] as const)),
      keyOf,
    ),
  ),
})

const cueNames = ['joins', 'picks', 'together', 'widens', 'narrows', 'drops', 'refers', 'asks', 'turns'] as const

/** The reader's own language: all that it knows beside the words of meshes, topics, terms and criteria. */
export const wordsSchema = z.strictObject({
  meshes: z.strictObject({
    joins: set,
    excluding: set,
    'set-aside-before': set,
    'set-aside-after': set,
    leaving: set,
    having: set,
    planning: set,
    networking: set,
  }),
  quantities: quantitiesSchema,
  directions: z.strictObject({
    'bad-end': set,
    'good-end': set,
    turning: set,
    much: set,
    most: set,
    little: set,
    burdens: set,
    negations: set,
  }),
  turns: z.strictObject({
    leaning: set,
    opening: set,
    'opening-second': set,
    sources: set,
    'not-sources-after': set,
    reasons: set,
    cues: z.record(z.enum(cueNames), set),
  }),
  wishes: z.strictObject({
    demands: set,
    'demand-phrases': phrases,
    deferrals: phrases,
    denials: set,
    qualities: set,
    wants: set,
    emphases: set,
    little: phrases,
    turns: set,
    'no-turns-after': set,
  }),
  circumstances: z.strictObject({
    person: exact,
    alone: set,
    'alone-phrases': phrases,
    team: set,
    small: set,
    nobody: phrases,
    lacks: set,
    'on-call': phrases,
    skills: z.strictObject({ 'envoy-skill': set, 'ebpf-skill': set }),
    skilled: set,
    cnis: z.record(z.string(), z.array(phrase)),
    ingress: phrases,
    only: set,
    'only-phrases': phrases,
  }),
})

/** The reader's own language, stemmed. */
export type Words = z.output<typeof wordsSchema>
export type QuantityWords = Words['quantities']
/** Those of the words on quantities that numbers are made of, rather than what they count. */
export type NumberWords = Omit<QuantityWords, 'units' | 'counts-before' | 'about' | 'versioned'>

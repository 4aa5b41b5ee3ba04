import { z } from 'zod'
import { phraseFinder } from './phrases.ts'
import { aspects, type Sizes } from './question.ts'
import { tokenize } from './tokens.ts'
import { keyOf, phraseSet, wordMap, wordSet } from './word-sets.ts'

const isOneWord = (word: string): boolean => {
  const [token, ...others] = tokenize(word)
  return token?.word === word && others.length === 0
}
const word = z.string().refine(isOneWord, 'write one word in small letters, without punctuation')
const phrase = z.string().refine((text) => tokenize(text).length > 0, 'write words')
const set = z.array(word).min(1).transform(wordSet)
const phrases = z
  .array(phrase)
  .min(1)
  .transform((all) => phraseSet(all))
/** Phrases that count as they stand only: a "limit" of its own is no "limitation". */
const exactPhrases = z
  .array(phrase)
  .min(1)
  .transform((all) => phraseSet(all, ({ word }) => word))
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
  each: phrases,
  whole: phrases,
  'no-unit-before': exact,
  'no-count-after': exact,
  measures: exact,
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
    wanting: set,
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
    rest: phrases,
    everyone: phrases,
    'of-that': phrases,
    courtesies: phrases,
    ourselves: exact,
    leaning: set,
    opening: set,
    'opening-second': set,
    sources: set,
    'sources-after': exact,
    'not-sources-after': set,
    reasons: set,
    cues: z.record(z.enum(cueNames), set),
  }),
  wishes: z.strictObject({
    demands: set,
    'demand-phrases': phrases,
    decided: exact,
    'decided-phrases': phrases,
    undecided: exact,
    'decided-titles': phrases,
    'refused-titles': phrases,
    'decided-against': phrases,
    deferrals: phrases,
    limited: phrases,
    denials: set,
    met: phrases,
    'met-surely': phrases,
    given: phrases,
    means: phrases,
    doing: exact,
    'by-mesh': exact,
    preferred: phrases,
    past: exact,
    fillers: exact,
    dismissals: phrases,
    dropping: phrases,
    there: phrases,
    enough: phrases,
    losing: exact,
    having: exact,
    supposing: exact,
    askers: phrases,
    circumstantial: phrases,
    wishing: exact,
    stating: exact,
    likewise: phrases,
    qualities: set,
    wants: set,
    emphases: set,
    little: phrases,
    and: exact,
    beginning: exact,
    bare: exact,
    turns: set,
    'no-turns-after': set,
  }),
  choosing: z.strictObject({
    things: exact,
    pronouns: exact,
    meshes: exact,
    which: exact,
    where: exact,
    might: exact,
    choosers: exact,
    'for-us': phrases,
    takes: set,
    advises: set,
    fits: set,
    copulas: exact,
    needs: set,
    searches: phrases,
    alternatives: phrases,
    'if-needed': exact,
    shortlists: set,
    or: exact,
    else: set,
    joins: exact,
    whether: exact,
    wh: exact,
    'asks-inside': phrases,
  }),
  aspects: z.strictObject({
    asks: z.record(z.enum(aspects).exclude(['can', 'what']), exactPhrases),
    'whether-asks': z.partialRecord(z.enum(aspects).exclude(['can', 'what']), exact),
    qualifiers: exact,
    opposing: exact,
    whether: exact,
    'whether-phrases': phrases,
    wh: exact,
    empty: exact,
  }),
  'small-talk': z.strictObject({
    hello: phrases,
    thanks: phrases,
    abilities: phrases,
    maker: phrases,
    freshness: phrases,
    machine: phrases,
  }),
  trouble: z.strictObject({ broken: phrases, 'perhaps-broken': phrases, 'how-to': phrases }),
  'to-bot': z.strictObject({ bot: exact, freshness: exact, machine: exact, maker: exact, abilities: exact }),
  whole: z.strictObject({
    'need-a-mesh': phrases,
    together: phrases,
    joining: exact,
    beside: exact,
    apart: exact,
    lacking: phrases,
    'all-of-it': exact,
    differ: exact,
  }),
  /** Groups of words that say the same. */
  same: z.array(z.array(word).min(2)),
  languages: z.strictObject({ foreign: z.array(z.string()).transform((all) => new Set(all)) }),
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
    network: phrases,
    stays: phrases,
    replaced: exact,
    ingress: phrases,
    only: set,
    'only-phrases': phrases,
    leaving: phrases,
    complaints: phrases,
    elsewhere: phrases,
    'tired-of': z.record(word, set),
    apart: phrases,
    wholly: set,
    'of-us': phrases,
    'one-cluster': phrases,
    kubernetes: exact,
    'no-kubernetes': phrases,
    'stable-only': phrases,
    'in-doubt': phrases,
    doubted: phrases,
    doubting: set,
    mutual: exact,
    outdone: phrases,
    joined: phrases,
    'ingress-only': phrases,
    sidecars: set,
    'sidecars-out': phrases,
    rejecting: phrases,
    'too-much': set,
  }),
})

/** The reader's own language, stemmed. */
export type Words = z.output<typeof wordsSchema>
export type QuantityWords = Words['quantities']
/** Those of the words on quantities that numbers are made of, rather than what they count. */
export type NumberWords = Omit<
  QuantityWords,
  | 'units'
  | 'counts-before'
  | 'about'
  | 'versioned'
  | 'each'
  | 'whole'
  | 'no-unit-before'
  | 'no-count-after'
  | 'measures'
>

import { numeralOf } from '../numerals.ts'
import type { Reading } from '../reading.ts'
import type { Features, Scored } from './softmax.ts'

/** The class of the topic classifier for questions on no topic in particular. */
export const noTopic = '-'

/** How much the letter runs of a word count beside the words: enough to bridge a typo, too little to outvote words. */
const letterWeight = 0.35
const vocabularyWeight = 1.5
const skipWeight = 0.5
const shortestForLetters = 4

/**
 * What a classifier sees of a text: its words, their neighbours and their runs of letters, with meshes and numbers
 * replaced by what they are, so that what is learned of one mesh holds for all.
 */
export function featuresOf(reading: Reading): Features {
  const features = new Map<string, number>()
  const add = (name: string, weight = 1) => features.set(name, weight)

  const words = abstractWords(reading)
  for (const [index, word] of words.entries()) {
    add(`w ${word}`)
    add(`p ${words[index - 1] ?? '^'} ${word}`)
    if (index === words.length - 1) add(`p ${word} $`)
    if (index >= 2) add(`s ${words[index - 2]} ${word}`, skipWeight)
    for (const letters of word.startsWith('@') ? [] : letterRuns(word)) add(`l ${letters}`, letterWeight)
  }
  for (const { value } of reading.topics) add(`topic ${value}`, vocabularyWeight)
  for (const { value } of reading.groups) add(`group ${value}`)
  for (const { value } of reading.traits) add(`trait ${value}`)
  if (reading.terms.length > 0) add('term')

  const meshes = new Set(reading.mentions.map(({ mesh }) => mesh)).size
  add(`meshes ${Math.min(meshes, 3)}`)
  add(`length ${lengthOf(words.length)}`)
  if (reading.text.includes('?')) add('asks')
  if (/[{}<>=\n]|;$/m.test(reading.text)) add('code')
  for (const size of Object.keys(reading.sizes)) add(`size ${size}`)
  return normalized(features)
}

/** The words of a text in order, with each mesh as `@mesh`, a part's own words after `@part`, and numbers as `@number`. */
export function abstractWords({ tokens, mentions, quantities }: Reading): string[] {
  const words: string[] = []
  const mentionAt = new Map(mentions.toReversed().map((mention) => [mention.start, mention]))
  const quantityAt = new Map(quantities.map((quantity) => [quantity.start, quantity]))
  for (let index = 0; index < tokens.length; ) {
    const mention = mentionAt.get(index)
    if (mention?.by === 'name') {
      words.push('@mesh')
      index = mention.end
      continue
    }
    const quantity = quantityAt.get(index)
    if (quantity && !mention) {
      words.push('@number')
      index = quantity.end
      continue
    }
    if (mention) words.push('@part')
    const end = mention?.end ?? index + 1
    for (const { word, stem } of tokens.slice(index, end)) words.push(numeralOf(word) === undefined ? stem : '@number')
    index = end
  }
  return words
}

/** How much a feature counts in a text beside one of its words. */
export function amountOf(feature: string): number {
  const kind = feature.slice(0, feature.indexOf(' '))
  return kind === 'l' ? letterWeight : kind === 's' ? skipWeight : kind === 'topic' ? vocabularyWeight : 1
}

function letterRuns(word: string): string[] {
  if (word.length < shortestForLetters) return []
  const framed = `<${word}>`
  return [3, 4, 5].flatMap((size) =>
    Array.from({ length: Math.max(0, framed.length - size + 1) }, (_, start) => framed.slice(start, start + size)),
  )
}

const evidenceWeight = 0.5

/**
 * The features of a text with what the topic classifier makes of it: a text that is surely on a topic is hardly out of
 * scope, and one that is on none may well be.
 */
export function withTopicEvidence(features: Features, reading: Reading, topics: readonly Scored<string>[]): Features {
  const best = topics.find(({ label }) => label !== noTopic)
  const sure = fifth(best?.p ?? 0)
  const named = reading.topics.some(({ value }) => value === best?.label)
  const meshes = Math.min(2, new Set(reading.mentions.map(({ mesh }) => mesh)).size)
  const entropy = topics.reduce((sum, { p }) => sum - p * Math.log(p + 1e-9), 0)
  const evidence = [
    `topic sure ${sure}`,
    `topic named ${named} ${sure}`,
    `topic none ${fifth(topics.find(({ label }) => label === noTopic)?.p ?? 0)}`,
    `topic sure ${sure} meshes ${meshes}`,
    `topic entropy ${Math.floor(entropy * 2)}`,
    `topic sure ${sure} length ${lengthOf(reading.tokens.length)}`,
  ]
  return new Map([...features, ...evidence.map((name) => [name, evidenceWeight] as const)])
}

const fifth = (p: number): number => Math.min(4, Math.floor(p * 5))
const lengthOf = (words: number): number => Math.min(5, Math.ceil(words / 3))

/** The same features as a vector of length 1. */
export function normalized(features: Map<string, number>): Features {
  const length = Math.hypot(...features.values())
  for (const [name, weight] of features) features.set(name, weight / length)
  return features
}

import { placesIn, type Span } from './phrases.ts'
import { type Aspect, aspects } from './question.ts'
import type { Reading } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { type Token, tokenize } from './tokens.ts'
import type { Words } from './words.ts'

/** What a text asks of its topic, and the words that narrow it. */
export interface Asked {
  readonly aspect: Aspect
  readonly focus: readonly string[]
  readonly content: readonly string[]
  readonly words: readonly string[]
}

/**
 * What is asked of a topic. A level is a reply to nothing but a question that begins with a verb, asks whether, and has
 * no word that turns it round or narrows it; of everything else that names no aspect the fact itself is told.
 */
export function askedOf(reading: Reading, words: Words['aspects']): Asked {
  const asking = askingSentence(reading)
  const [first] = isAsked(asking, reading, words) ? aspectsIn(asking, words) : []
  const aspect = first?.aspect ?? (isWhether(asking, words) ? 'can' : 'what')
  return {
    aspect,
    focus: focusOf(reading, aspectsIn(reading.tokens, words), words),
    content: contentOf(
      reading,
      aspectsIn(reading.tokens, words).filter(({ aspect }) => aspect !== 'amount' && aspect !== 'duration'),
      words,
    ),
    words: wordsOf(reading),
  }
}

/** The sentence of a longer text that asks: the last with a question mark, or all of it. */
export function askingSentence({ text, tokens }: Reading): readonly Token[] {
  const asking = sentencesOf(text).findLast((sentence) => sentence.trimEnd().endsWith('?'))
  return asking === undefined ? tokens : tokenize(asking)
}

/** A longer text that asks nothing tells of "requirements" and of what is "needed" without asking for them. */
const longestUnasked = 12

const isAsked = (asking: readonly Token[], { text }: Reading, words: Words['aspects']): boolean =>
  text.includes('?') ||
  asking.length <= longestUnasked ||
  asksWhether(asking, words) ||
  words.wh.has(asking[0]?.word ?? '')

interface FoundAspect extends Span {
  readonly aspect: Aspect
}

/** The aspects that phrases of a text ask for, those first that come first in the list. */
export const aspectsIn = (tokens: readonly Token[], words: Words['aspects']): FoundAspect[] =>
  aspects.flatMap((aspect) => {
    if (aspect === 'can' || aspect === 'what') return []
    const alone = words['whether-asks'][aspect]
    const single = asksWhether(tokens, words)
      ? tokens.flatMap(({ word }, start) => (alone?.has(word) ? [{ start, end: start + 1 }] : []))
      : []
    return [...words.asks[aspect].find(tokens), ...single].map(({ start, end }) => ({ start, end, aspect }))
  })

/** How many words may stand before the verb of a question that asks whether: "and does it", "so can linkerd". */
const leadIn = 2

/** Whether a text begins like a question that can be answered by yes or no. */
export function asksWhether(tokens: readonly Token[], words: Words['aspects']): boolean {
  const { whether, wh } = words
  if (words['whether-phrases'].find(tokens).length > 0) return true
  const verb = tokens.slice(0, leadIn + 1).findIndex(({ word }) => whether.has(word))
  return verb >= 0 && !tokens.slice(0, verb).some(({ word }) => wh.has(word))
}

const isWhether = (tokens: readonly Token[], words: Words['aspects']): boolean =>
  asksWhether(tokens, words) && !tokens.some(({ word }) => words.qualifiers.has(word) || words.opposing.has(word))

/** The words of a text that are not explained by a mesh, an aspect or a number, and say something. */
function focusOf(
  reading: Reading,
  found: readonly Span[],
  { empty, qualifiers, opposing }: Words['aspects'],
): readonly string[] {
  const { tokens, mentions, modes, quantities } = reading
  // A word for a mode of one mesh is a word like any other in a question on another.
  const ownModes = modes.filter(
    ({ value }) => mentions.length === 0 || mentions.some(({ mesh }) => mesh === value.mesh),
  )
  const explained = placesIn([...found, ...mentions, ...ownModes, ...quantities])
  const said = tokens.flatMap(({ word }, index) =>
    explained.has(index) || empty.has(word) || qualifiers.has(word) || opposing.has(word) || word.length < 2
      ? []
      : [word],
  )
  return [...new Set(said)].slice(0, mostFocus)
}

/** The words of a text that say something, whatever else they were taken for, but the names of meshes and what asks. */
function contentOf(
  { tokens, mentions, modes }: Reading,
  found: readonly Span[],
  { empty, qualifiers }: Words['aspects'],
): readonly string[] {
  const names = new Set([...mentions.map(({ mesh }) => mesh), ...modes.map(({ value }) => value.mode)])
  const asked = placesIn(found)
  const said = tokens.flatMap(({ word }, index) =>
    asked.has(index) || names.has(word) || empty.has(word) || qualifiers.has(word) || word.length < 2 ? [] : [word],
  )
  return [...new Set(said)].slice(0, mostContent)
}

/** All words of a text once each, but the names of meshes. */
function wordsOf({ tokens, mentions }: Reading): readonly string[] {
  const names = placesIn(mentions.filter(({ by }) => by === 'name'))
  return [...new Set(tokens.flatMap(({ word }, index) => (names.has(index) ? [] : [word])))].slice(0, mostWords)
}

const mostWords = 60
const mostContent = 40
/** More words than this say nothing narrow any more. */
const mostFocus = 12

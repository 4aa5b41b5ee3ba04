import type { Mention, Reading } from './reading.ts'
import type { Token } from './tokens.ts'
import type { Words } from './words.ts'

/** What a text asks for: a choice among meshes or of none, anything else, or nothing at all. */
export type Asked = 'choice' | 'other' | 'nothing'

/** How far apart words may stand that belong together, in words. */
const reach = { thing: 3, might: 3, chooser: 3, fit: 3, taken: 4, list: 8 } as const
/** A sentence of so few words that speaks of advice asks for it: "suggestions, anyone". */
const shortCall = 4
/** And one of so few words that speaks of a mesh asks whether to take it: "a mesh now?" */
const shortDoubt = 4

/** A part of a text that asks or tells one thing. Places are counted within it. */
interface Sentence {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly hasMark: boolean
}

/** What a text asks for, by the last of its sentences that asks anything. */
export function askedFor(reading: Reading, words: Words['choosing']): Asked {
  const asked = sentencesWithin(reading, words).map((sentence): Asked => {
    if (rules.some((rule) => rule(sentence, words))) return 'choice'
    return isQuestion(sentence, words) || words['asks-inside'].find(sentence.tokens).length > 0 ? 'other' : 'nothing'
  })
  return asked.findLast((one) => one !== 'nothing') ?? 'nothing'
}

/** Ends what asks by itself. A question may also stand after a comma: "we have X, which mesh fits". */
const sentenceEnd = /[.!?;\n](?:\s|$)|\?/

function sentencesWithin({ text, tokens, mentions }: Reading, words: Words['choosing']): readonly Sentence[] {
  const endsBefore = (at: number) => {
    const gap = tokens[at]?.gap ?? ''
    return sentenceEnd.test(gap) || (gap.includes(',') && openingOf(tokens.slice(at), words) !== undefined)
  }
  const starts = tokens.flatMap((_, at) => (at === 0 || endsBefore(at) ? [at] : []))
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? tokens.length
    return {
      tokens: tokens.slice(start, next),
      mentions: mentions
        .filter((one) => start <= one.start && one.end <= next)
        .map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
      hasMark: (tokens[next]?.gap ?? text.trimEnd().slice(-1)).includes('?'),
    }
  })
}

/** The word that some words open a question with, after words that only join. */
function openingOf(tokens: readonly Token[], { joins, wh, whether }: Words['choosing']): Token | undefined {
  const first = tokens.find(({ word }) => !joins.has(word))
  return first && (wh.has(first.word) || whether.has(first.word)) ? first : undefined
}

const isQuestion = (sentence: Sentence, words: Words['choosing']): boolean =>
  sentence.hasMark || openingOf(sentence.tokens, words) !== undefined

type Rule = (sentence: Sentence, words: Words['choosing']) => boolean

/** "Which mesh should we take", "which one fits", "which mesh?"; but not "which mesh has X". */
const asksWhich: Rule = ({ tokens }, words) => {
  const isThing = ({ word }: Token) => words.things.has(word)
  const which = tokens.findIndex(
    ({ word }, at) => words.which.has(word) && tokens.slice(at + 1, at + 1 + reach.thing).some(isThing),
  )
  if (which < 0) return false
  const thing = tokens.findIndex((token, at) => at > which && isThing(token))
  const rest = tokens.slice(thing + 1)
  const [next, second] = rest.filter((token) => !isThing(token) && !words.or.has(token.word))
  // "Which mesh: mTLS is a must, no restarts".
  if (next === undefined || next.gap.includes(':') || words['for-us'].find(rest).length > 0) return true
  if (words.might.has(next.word) && second !== undefined && words.choosers.has(second.word)) return true
  // "Which mesh should a bank use": what is chosen stands last.
  const last = rest.at(-1)
  if (words.might.has(next.word) && last !== undefined && words.takes.has(last)) return true
  return words.fits.has(next) || (words.copulas.has(next.word) && rest.slice(1, 1 + reach.fit).some(words.fits.has))
}

/** "What should we use", "where would you go", "what do you suggest", "what would be best". */
const asksWhatToTake: Rule = ({ tokens }, words) =>
  tokens.some(({ word }, at) => {
    if (!words.where.has(word)) return false
    const rest = tokens.slice(at + 1)
    const might = rest.slice(0, reach.might).findIndex((token) => words.might.has(token.word))
    if (might < 0) return rest.slice(0, 1).some(words.fits.has)
    const after = rest.slice(might + 1, might + 1 + reach.chooser)
    const isOurs = after.some((token) => words.choosers.has(token.word))
    return isOurs
      ? after.some((token) => words.takes.has(token) || words.advises.has(token))
      : after.some((token) => words.fits.has(token))
  })

/** "Should we adopt a mesh", "do we need one at all", "is a mesh worth it". */
const asksWhether: Rule = (sentence, words) => {
  const { tokens, mentions } = sentence
  if (!isQuestion(sentence, words)) return false
  const opening = openingOf(tokens, words)
  if (opening && words.wh.has(opening.word)) return false
  const verb = tokens.findIndex((token) => words.takes.has(token) || words.needs.has(token) || words.fits.has(token))
  const isOfMesh = tokens.some(({ word }) => words.meshes.has(word))
  if (isOfMesh && tokens.length <= shortDoubt && opening === undefined) return true
  // "Could someone explain how X works with a mesh" chooses nothing.
  if (tokens.slice(0, verb).some(({ word }) => words.wh.has(word) && !words.which.has(word))) return false
  if (verb < 0) return words['for-us'].find(tokens).length > 0 && isOfMesh
  const needed = words.needs.has(tokens[verb]) ? mentions.find(({ start }) => start === verb + 1) : undefined
  if (needed && words['if-needed'].has(tokens[needed.end]?.word ?? 'if')) return true
  const isChoosing = tokens.slice(0, verb).some(({ word }) => words.choosers.has(word)) || words.fits.has(tokens[verb])
  const around = tokens.slice(Math.max(0, verb - reach.taken), verb + 1 + reach.taken)
  // "Would a mesh bring us anything? Should we adopt one?"
  const isOne = words.pronouns.has(tokens[verb + 1]?.word ?? '')
  const isLast = mentions.some(({ start, end }) => start > verb && start - verb <= reach.taken && end === tokens.length)
  return isChoosing && (around.some(({ word }) => words.meshes.has(word)) || isLast || isOne)
}

/** "X or Y?", "X or none?", "keep it or take something lighter?" */
const offersSome: Rule = (sentence, words) => {
  const { tokens, mentions } = sentence
  return tokens.some(({ word }, at) => {
    if (!words.or.has(word)) return false
    const before = new Set(mentions.filter(({ end }) => end <= at).map(({ mesh }) => mesh))
    const isOther = mentions.some(({ start, mesh }) => start > at && before.size > 0 && !before.has(mesh))
    const isAfter = (index: number) => mentions.some(({ start }) => start === index)
    const isBefore = mentions.some(({ end }) => end === at)
    const takes = tokens.slice(0, at).some(words.takes.has)
    return (
      (isBefore && isAfter(at + 1)) ||
      // "I wonder whether to enable what X has, or to add Y".
      (isOther && takes && words['asks-inside'].find(tokens).length > 0) ||
      (sentence.hasMark && words.else.has(tokens[at + 1]) && (isBefore || takes || at < 2))
    )
  })
}

/** "The recommended pattern" is what somebody else advises. */
const isPast = ({ word }: Token): boolean => word.endsWith('ed')

/** "Any suggestions?", "recommendation, please", "options?" */
const callsForAdvice: Rule = ({ tokens, hasMark }, words) =>
  ((hasMark || tokens.length <= shortCall) &&
    tokens.some((token, at) => words.advises.has(token) && !(isPast(token) && at < tokens.length - 1))) ||
  (hasMark && tokens.length <= shortCall && tokens.some(words.shortlists.has))

/** "We are looking for a mesh", "options: X, Y". */
const isSearch: Rule = ({ tokens, mentions }, words) => {
  const isListed = new Set(mentions.map(({ mesh }) => mesh)).size > 1
  return (
    words.alternatives.find(tokens).length > 0 ||
    words.searches.find(tokens).some(({ end }) => {
      // "While evaluating X we noticed …" searches for none.
      const isOfMesh = tokens.slice(end, end + reach.list).some(({ word }) => words.meshes.has(word))
      return isOfMesh || (isListed && mentions.some(({ start }) => start >= end))
    }) ||
    (isListed && tokens.slice(0, reach.fit).some(words.shortlists.has))
  )
}

const rules: readonly Rule[] = [asksWhich, asksWhatToTake, asksWhether, offersSome, callsForAdvice, isSearch]

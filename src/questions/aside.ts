import { asksWhether } from './aspect.ts'
import type { Reading } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { type Token, tokenize } from './tokens.ts'
import type { Words } from './words.ts'

/** What can be said to a bot besides a question. */
export const smallTalks = ['hello', 'thanks', 'freshness', 'machine', 'maker', 'abilities'] as const
export type SmallTalk = (typeof smallTalks)[number]

/** So many words of a text at most may stand beside the small talk in it: names, smileys in words. */
const mostBeside = 1
/** Small talk is short. */
const longest = 9

/** What small talk a text is, if it is nothing else. */
export function smallTalkOf(tokens: readonly Token[], words: Words['small-talk']): SmallTalk | undefined {
  if (tokens.length === 0 || tokens.length > longest) return undefined
  return smallTalks.find((talk) => {
    const covered = words[talk].find(tokens).reduce((sum, { start, end }) => sum + end - start, 0)
    return covered > 0 && tokens.length - covered <= (covered > 1 ? mostBeside : 0)
  })
}

/** With so many letters of another script than the Latin a text is in another language, whatever products it names. */
const mostOtherScript = 2

/** Whether a text is in another language than English: by its script, or by small words that English has not. */
export function isForeign(text: string, tokens: readonly Token[], words: Words): boolean {
  const otherScript = (text.match(/\p{L}/gu) ?? []).filter((letter) => !/\p{Script=Latin}/u.test(letter))
  if (otherScript.length > mostOtherScript) return true
  const foreign = tokens.filter(({ word }) => words.languages.foreign.has(word)).length
  const english = tokens.filter(
    ({ word }) => words.aspects.empty.has(word) && !words.languages.foreign.has(word),
  ).length
  return foreign >= 2 && foreign > english
}

/** What a text tells of besides facts: trouble, for sure or perhaps, or that it asks how a thing is done. */
export type Trouble = 'broken' | 'perhaps-broken' | 'how-to'

/** Whether a text tells of trouble, or asks how a thing is done. */
export const troubleOf = (tokens: readonly Token[], words: Words['trouble']): Trouble | undefined =>
  (['broken', 'how-to', 'perhaps-broken'] as const).find((kind) => words[kind].find(tokens).length > 0)

/** A text of more words that speaks to the bot is about something else as well. */
const longestToBot = 14

/** What small talk a text is that speaks to the bot and names nothing which the bot knows. */
export function toBotOf({ tokens, mentions, topics, terms }: Reading, words: Words): SmallTalk | undefined {
  const namesNothing = mentions.length + topics.length + terms.length === 0
  const isToBot = tokens.some(({ word }) => words['to-bot'].bot.has(word))
  if (!namesNothing || !isToBot || tokens.length > longestToBot) return undefined
  return smallTalks.find(
    (talk) => talk !== 'hello' && talk !== 'thanks' && tokens.some(({ word }) => words['to-bot'][talk].has(word)),
  )
}

/** In a longer sentence "and", "on" and "with" join other things than meshes. */
const longestJoined = 10

/**
 * Whether a text means its meshes together on one cluster, rather than held against each other: because it says so, or
 * because it only joins them.
 */
export function togetherIn({ text, tokens }: Reading, words: Words['whole']): 'said' | 'joined' | undefined {
  if (tokens.some(({ word }) => words.apart.has(word))) return undefined
  const sentences = [tokens, ...sentencesOf(text).map(tokenize)].filter(({ length }) => length <= longestJoined)
  const has = (some: ReadonlySet<string>) => sentences.some((sentence) => sentence.some(({ word }) => some.has(word)))
  if (words.together.find(tokens).length > 0 || has(words.beside)) return 'said'
  return has(words.joining) ? 'joined' : undefined
}

/** Whether a text asks what a mesh lacks: of all it could have, and not of one topic. */
export const asksWhatLacks = ({ tokens, topics, modes }: Reading, { whole, aspects }: Words): boolean =>
  topics.every((topic) => modes.some(({ start, end }) => start <= topic.start && topic.end <= end)) &&
  !asksWhether(tokens, aspects) &&
  whole.lacking.find(tokens).length > 0 &&
  tokens.some(({ word }) => whole['all-of-it'].has(word))

import type { Knowledge, Topic } from '../knowledge/knowledge.ts'
import { noTopic } from './classifier/features.ts'
import type { Scored, SoftmaxModel } from './classifier/softmax.ts'
import { placesIn } from './phrases.ts'
import type { Reading } from './reading.ts'
import { type Token, tokenize } from './tokens.ts'

/** Words of a text that lead to a topic which the classifier was not trained on, and the share that it gets for them. */
export interface ByWords {
  readonly topic: string
  readonly words: string
  readonly share: number
}

/** The topics of a text, once those that the classifier and the knowledge do not share are seen to. */
export interface Weighed {
  /** Most likely first. Less than 1 in all where part of it went to topics that the knowledge has not. */
  readonly topics: readonly Scored<string>[]
  readonly byWords: readonly ByWords[]
  /** How likely the text is on a topic that the knowledge has not; 0 where another may well be meant. */
  readonly uncovered: number
}

/** Makes up for the differences between the topics of the knowledge and those that the classifier was trained on. */
export interface TopicsAtHand {
  /** The reading as the classifier learned to see it: without topics that it never met. */
  asTrained(reading: Reading): Reading
  weigh(reading: Reading, scored: readonly Scored<string>[]): Weighed
}

/** For knowledge with just the topics that were trained on, as in training itself. */
export const allTrained: TopicsAtHand = {
  asTrained: (reading) => reading,
  weigh: (_reading, topics) => ({ topics, byWords: [], uncovered: 0 }),
}

/**
 * What a topic gets that alone is named by its words, one that the text only resembles, and of the share of a topic that
 * the knowledge has not, those whose words are there: not so much that the answer would seem sure.
 */
const shares = { named: 0.8, resembled: 0.6, inherited: 0.6 } as const
/** From this share on a trained topic is not outdone by a mere resemblance. */
const fitsWell = 0.5
/** A topic of the knowledge is meant where another was likelier, if it would count as a second topic. */
const nextBest = { p: 0.2, ofFirst: 0.4 } as const

export function topicsAtHand({ topics }: Pick<Knowledge, 'topics'>, model: SoftmaxModel<string>): TopicsAtHand {
  const trained = new Set(model.classes)
  const present = new Set([noTopic, ...topics.map(({ id }) => id)])
  const untrained = topics.filter(({ id }) => !trained.has(id))
  const lacksNone = model.classes.every((id) => present.has(id))
  if (lacksNone && untrained.length === 0) return allTrained
  const resembled = resemblanceTo(untrained, topics, model)

  const hitsIn = (reading: Reading, scored: readonly Scored<string>[]): ByWords[] => {
    const named = reading.topics.filter(({ value }) => !trained.has(value))
    if (named.length > 0) return namedShares(reading, trained)
    const fits = scored.some(({ label, p }) => label !== noTopic && p >= fitsWell)
    const near = reading.topics.length > 0 || fits ? undefined : resembled(reading)
    return near ? [{ ...near, share: shares.resembled }] : []
  }

  return {
    asTrained: (reading) =>
      untrained.length === 0
        ? reading
        : { ...reading, topics: reading.topics.filter(({ value }) => trained.has(value)) },
    weigh: (reading, all) => {
      const { scored, uncovered } = lacksNone
        ? { scored: all, uncovered: 0 }
        : onlyPresent(reading, all, present, trained)
      const byWords = untrained.length === 0 ? [] : hitsIn(reading, scored)
      if (byWords.length === 0) return { topics: scored, byWords, uncovered }
      return { topics: sharedWith(byWords, scored), byWords, uncovered: 0 }
    },
  }
}

/** Topics named by their words: all of the share where no trained topic is named beside them, else their part of it. */
function namedShares(reading: Reading, trained: ReadonlySet<string>): ByWords[] {
  const named = new Map(reading.topics.map(({ value, words }) => [value, words]))
  const untrained = [...named].filter(([id]) => !trained.has(id))
  const share = untrained.length < named.size ? 1 / named.size : shares.named / named.size
  return untrained.map(([topic, words]) => ({ topic, words, share }))
}

/** The scores with room made for topics by their words. */
function sharedWith(byWords: readonly ByWords[], scored: readonly Scored<string>[]): Scored<string>[] {
  const left = 1 - byWords.reduce((sum, { share }) => sum + share, 0)
  return [
    ...byWords.map(({ topic, share }) => ({ label: topic, p: share })),
    ...scored.map(({ label, p }) => ({ label, p: p * left })),
  ].sort((a, b) => b.p - a.p)
}

/** Without the classes that the knowledge has no topic for. Most of what they had goes to topics that words name. */
function onlyPresent(
  reading: Reading,
  all: readonly Scored<string>[],
  present: ReadonlySet<string>,
  trained: ReadonlySet<string>,
): { scored: readonly Scored<string>[]; uncovered: number } {
  const kept = all.filter(({ label }) => present.has(label))
  const [lost] = all.filter(({ label }) => !present.has(label))
  const named = new Set(reading.topics.flatMap(({ value }) => (trained.has(value) ? [value] : [])))
  if (named.size === 0) {
    const best = kept[0]?.p ?? 0
    const isNext = best >= nextBest.p && (!lost || best >= lost.p * nextBest.ofFirst)
    const isGap = lost && !isNext && lost.p > best && reading.groups.length === 0
    return { scored: kept, uncovered: isGap ? lost.p : 0 }
  }
  const gone = shares.inherited * (1 - kept.reduce((sum, { p }) => sum + p, 0))
  const scored = kept.map(({ label, p }) => ({ label, p: named.has(label) ? p + gone / named.size : p }))
  return { scored: scored.sort((a, b) => b.p - a.p), uncovered: 0 }
}

/** How much of a phrasing and a text must be the same words. */
const alike = 0.75

/**
 * Finds the topic that a text resembles: by a word that only this topic uses and that was in no question of the training,
 * or because it says about the same as one of its phrasings.
 */
function resemblanceTo(untrained: readonly Topic[], topics: readonly Topic[], { weightsOf }: SoftmaxModel<string>) {
  const owners = new Map<string, Set<string>>()
  for (const { id, title, words, phrasings } of topics) {
    for (const { stem } of [title, ...words, ...phrasings].flatMap(tokenize)) {
      owners.set(stem, (owners.get(stem) ?? new Set()).add(id))
    }
  }
  const ids = new Set(untrained.map(({ id }) => id))
  const ownerOf = ({ word, stem }: Token): string | undefined => {
    const [owner, ...others] = owners.get(stem) ?? []
    const isOwn = owner !== undefined && others.length === 0 && ids.has(owner)
    return isOwn && !/^\d/.test(word) && weightsOf(`w ${stem}`) === undefined ? owner : undefined
  }
  const phrasings = untrained.flatMap(({ id, phrasings }) =>
    phrasings.map((phrasing) => ({ id, phrasing, stems: stemsOf(tokenize(phrasing)) })),
  )

  return ({ tokens, mentions }: Reading): Omit<ByWords, 'share'> | undefined => {
    const named = placesIn(mentions)
    const free = tokens.filter((_, index) => !named.has(index))
    const own = free.flatMap((token) => {
      const topic = ownerOf(token)
      return topic === undefined ? [] : [{ topic, words: token.word }]
    })
    if (own[0]) return own[0]
    const stems = stemsOf(free)
    const like = phrasings.find((one) => likeness(one.stems, stems) >= alike)
    return like && { topic: like.id, words: like.phrasing }
  }
}

const stemsOf = (tokens: readonly Token[]): ReadonlySet<string> => new Set(tokens.map(({ stem }) => stem))

/** Twice the shared words by all words, from 0 to 1 (Dice's coefficient). */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.size + other.size === 0 ? 0 : (2 * [...one].filter((stem) => other.has(stem)).length) / (one.size + other.size)

import { askedOf } from './aspect.ts'
import { featuresOf, noTopic, withTopicEvidence } from './classifier/features.ts'
import type { UnderstandingModel } from './classifier/model.ts'
import { rawScore, weighRefusals } from './classifier/score.ts'
import { classify, reasonsFor, type Scored } from './classifier/softmax.ts'
import { leavingOf, meshesMeant } from './meshes.ts'
import { orderOf, referenceOf } from './phrasing.ts'
import type { Evidence, Intent, Question } from './question.ts'
import type { Reading } from './reading.ts'
import { allTrained, type ByWords, type TopicsAtHand, type Weighed } from './topics-at-hand.ts'
import type { Words } from './words.ts'

/** A text by itself, as the classifiers see it: what a question is made of, before the thread has its say. */
export interface Interpretation {
  readonly reading: Reading
  readonly intents: readonly Scored<Intent>[]
  readonly topics: readonly Scored<string>[]
  /** The likeliest real topics, also where the text is refused by itself. */
  readonly likelyTopics: readonly string[]
  /** How likely it is on a topic that the knowledge has not; 0 where another may well be meant. */
  readonly uncovered: number
  readonly question: Question
}

/** A second topic is meant too when a word of its own names it, and it is likely and not far behind the first. */
const secondTopic = { p: 0.4, ofFirst: 0.8 }
/** How many times likelier no topic must be than the likeliest one for a comparison to be on everything. */
const clearly = 2
/** A topic outweighs "no topic in particular" unless that is this likely and no word names a topic. */
const surelyNoTopic = 0.6

/** What a question on no topic, or on one that is not covered, can't be answered as. */
export const needsTopic: ReadonlySet<Intent> = new Set(['fact', 'compare', 'best'])

/** Reads a text by itself. `atHand` makes up for topics that the classifiers were not trained on. */
export function interpret(
  reading: Reading,
  model: Omit<UnderstandingModel, 'turns'>,
  words: Words,
  atHand: TopicsAtHand = allTrained,
): Interpretation {
  const features = featuresOf(atHand.asTrained(reading))
  const weighed = atHand.weigh(reading, classify(model.topics, features))
  const { topics, byWords, uncovered } = weighed
  const intents = weighRefusals(classify(model.intents, withTopicEvidence(features, reading, topics)))
  const likeliest = intents[0]?.label ?? 'none'
  const nothingToDefine = likeliest === 'define' && !namesSomething(reading)
  const notKnown =
    (uncovered > 0 && needsTopic.has(likeliest)) || (byWords.length === 0 && isForeign(reading, features, model))
  const intent = nothingToDefine || notKnown ? 'none' : likeliest
  const likelyTopics = chooseTopics(topics, intent, reading, words.meshes)
  const chosen = intent === 'none' ? [] : likelyTopics
  const sideBySide = modesSideBySide(reading)
  const meshes = intent === 'none' ? [] : sideBySide ? [sideBySide] : meshesMeant(reading, intent, words.meshes)
  const term = intent === 'define' ? termOf(reading) : undefined
  return {
    reading,
    intents,
    topics,
    likelyTopics,
    uncovered,
    question: {
      intent,
      meshes,
      named: namedIn(reading),
      topics: chosen,
      groups: reading.topics.length > 0 ? [] : [...new Set(reading.groups.map(({ value }) => value))],
      traits: meshes.length > 0 ? [] : [...new Set(reading.traits.map(({ value }) => value))],
      modes: modesOf(reading, meshes),
      ...(term ? { term } : {}),
      sizes: reading.sizes,
      ...orderOf(reading, words.directions),
      ...referenceOf(reading, words.turns),
      ...askedOf(reading, words.aspects),
      ...(intent === 'migrate' ? leavingOf(reading, words.meshes) : {}),
      shares: new Map(
        topics.flatMap(({ label, p }) => (label !== noTopic && p >= leastShare ? [[label, p] as const] : [])),
      ),
      grounded: namesSomething(reading),
      namesTopic: reading.topics.some(({ value }) => value === chosen[0]),
      confidence: calibrated(model.calibration, term ? (intents[0]?.p ?? 0) : rawScore(intents[0], topics[0])),
      alternatives: alternativesOf(reading, weighed, chosen, intent),
      evidence: [...byWords.map(sayByWords), ...evidenceOf(reading, intent, chosen[0], features, model)],
    },
  }
}

function chooseTopics(
  scored: readonly Scored<string>[],
  intent: Intent,
  reading: Reading,
  words: Words['meshes'],
): string[] {
  const [first] = scored
  const real = scored.filter(({ label }) => label !== noTopic)
  const best = real[0]
  if (!best) return []
  if (reading.topics.length === 0) {
    if (first?.label === noTopic && (first.p >= surelyNoTopic || intent === 'profile')) return []
    // "What's the difference between these two" means as a whole, unless some topic is about as likely as none.
    if (first?.label === noTopic && intent === 'compare' && first.p >= best.p * clearly) return []
  }
  const listed = listedTopics(reading, words)
  const named = new Set(reading.topics.map(({ value }) => value))
  return real
    .filter(
      ({ label, p }, index) =>
        index === 0 ||
        listed.has(label) ||
        (named.has(label) && p >= secondTopic.p && p >= best.p * secondTopic.ofFirst),
    )
    .filter(({ label }) => listed.size < 2 || listed.has(label) || label === best.label)
    .map(({ label }) => label)
}

/** The topics named side by side, as in "retries, timeouts and tracing": each of them is meant. */
function listedTopics({ text, tokens, topics, traits }: Reading, { joins }: Words['meshes']): ReadonlySet<string> {
  // "The Envoy-based ones" names meshes, though Envoy is a word for the data plane too.
  const named = topics.filter(({ start, end }) => !traits.some((trait) => trait.start <= start && end <= trait.end))
  const hasCommas = /[,/+&]/.test(text)
  const isListed = named.flatMap((topic, index) => {
    const next = named[index + 1]
    if (!next) return []
    const between = tokens.slice(topic.end, next.start)
    const joined = between.length === 0 ? hasCommas : between.length === 1 && joins.has(between[0])
    return joined ? [topic.value, next.value] : []
  })
  return new Set(isListed)
}

/** A topic less likely than this is not likely at all. */
const leastShare = 0.01

/** From this share on a topic is near enough to a text that is on none of ours to be offered instead. */
const nearEnough = 0.02

/** What a topic could also have been; of a refused text only the topics that it names, or those nearest to a gap. */
function alternativesOf(
  { topics: named }: Reading,
  { topics, uncovered }: Weighed,
  chosen: readonly string[],
  intent: Intent,
): string[] {
  const isOffered = ({ label, p }: Scored<string>) =>
    intent !== 'none' || (uncovered > 0 ? p >= nearEnough : named.some(({ value }) => value === label))
  return topics
    .filter((topic) => topic.label !== noTopic && !chosen.includes(topic.label) && isOffered(topic))
    .map(({ label }) => label)
    .slice(0, 3)
}

/** Whether nothing in a text is known: no mesh, topic or term, and no word that was met in any question. */
function isForeign(
  reading: Reading,
  features: ReadonlyMap<string, number>,
  model: Pick<UnderstandingModel, 'intents'>,
): boolean {
  if (namesSomething(reading)) return false
  const words = [...features.keys()].filter((name) => name.startsWith('w '))
  return words.every((name) => model.intents.weightsOf(name) === undefined)
}

const namesSomething = ({ mentions, topics, terms, groups }: Reading): boolean =>
  [mentions, topics, terms, groups].some((found) => found.length > 0)

const namedIn = ({ mentions }: Reading): readonly string[] => [...new Set(mentions.map(({ mesh }) => mesh))]

/** The mesh of which two modes are named, where no other mesh is. */
function modesSideBySide(reading: Reading): string | undefined {
  const { modes } = reading
  const [mesh, ...others] = new Set([...namedIn(reading), ...modes.map(({ value }) => value.mesh)])
  const named = new Set(modes.map(({ value }) => value.mode))
  return others.length === 0 && named.size > 1 ? mesh : undefined
}

/** The modes that words of a text mean, each once, of the meshes that it is about. */
function modesOf({ modes }: Reading, meshes: readonly string[]): Question['modes'] {
  const meant = modes.map(({ value }) => value).filter(({ mesh }) => meshes.includes(mesh))
  return [...new Map(meant.map((one) => [`${one.mesh} ${one.mode}`, one])).values()]
}

/** The longest term in the text: "ingress gateway" rather than "gateway". */
const termOf = ({ terms }: Reading): string | undefined =>
  [...terms].sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.value

/** The share of right answers at a score, between the points of the calibration. */
function calibrated(points: UnderstandingModel['calibration'], score: number): number {
  const above = points.findIndex(([at]) => at >= score)
  const [high, low] = [points[above], points[above - 1]]
  if (!high) return points.at(-1)?.[1] ?? 0
  if (!low) return high[1]
  const part = (score - low[0]) / (high[0] - low[0])
  return low[1] + part * (high[1] - low[1])
}

const sayByWords = ({ topic, words, share }: ByWords): Evidence => ({
  words,
  means: `topic ${topic} by its words`,
  weight: share,
})

const shownReasons = 5

function evidenceOf(
  reading: Reading,
  intent: Intent,
  topic: string | undefined,
  features: ReadonlyMap<string, number>,
  model: Pick<UnderstandingModel, 'intents' | 'topics'>,
): Evidence[] {
  const learned = (means: string, reasons: ReadonlyMap<string, number>): Evidence[] =>
    [...reasons].filter(([, weight]) => weight > 0).map(([feature, weight]) => ({ words: feature, means, weight }))
  return [
    ...reading.mentions.map(({ words, mesh, by }) => ({ words, means: `mesh ${mesh} by ${by}`, weight: 1 })),
    ...learned(`intent ${intent}`, reasonsFor(model.intents, features, intent, shownReasons)),
    ...(topic ? learned(`topic ${topic}`, reasonsFor(model.topics, features, topic, shownReasons)) : []),
  ]
}

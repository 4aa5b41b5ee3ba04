import type { FoundLine } from '../facts/line-search.ts'
import { likelyTopics } from '../lines/likely-topics.ts'
import type { Question } from '../questions/question.ts'
import { type ByLines, linesByWords, readByLines } from './by-lines.ts'
import type { Command } from './command.ts'
import { doubtfulBelow, type Reading, sureFrom, surelyByLines } from './question-reading.ts'

/** A question read once more: by the lines that it has words of, or as the kind of question that it likelier is. */
export function reread(asRead: Question, reading: Reading): ByLines & { readonly isReread: boolean } {
  const asked = withoutItsMode(asNamed(asComparison(asRead)), reading)
  const found = mayBeReread(asked) ? asFact(asked, reading) : asItIs(asked)
  return { ...found, isReread: found.question !== asked }
}

const moving = 'migration'

/** Whether lines have a say in what a question is about. */
const mayBeReread = ({ intent, topics, confidence, named }: Question): boolean =>
  intent === 'fact'
    ? topics.length < 2
    : named.length === 1 && (intent === 'profile' || (confidence < sureFrom && mayBeFact.has(intent)))

/** From this share on a topic is what meshes are compared on. */
const comparedOn = 0.25

/** "Performance results comparing X with Y" is taken for a move from X to Y: in doubt it is a comparison. */
function asComparison(question: Question): Question {
  const { intent, confidence, named, shares } = question
  if (intent !== 'migrate' || confidence >= halfSure || named.length < 2) return question
  const topics = [...shares].flatMap(([topic, share]) => (share >= comparedOn && topic !== moving ? [topic] : []))
  return { ...question, intent: 'compare', meshes: named, topics: topics.slice(0, 1) }
}

const halfSure = 0.5

/** From this share on a topic is told, whatever else the words resemble. */
const plainly = 0.6
/** A refusal as sure as this stands. */
const surelyRefused = 0.9

/** A question that was refused though its mesh is named and its topic is plain: a fact, in doubt. */
function asNamed(question: Question): Question {
  const { intent, confidence, named, shares } = question
  const [topic = ''] = likelyTopics(shares)
  if (intent !== 'none' || named.length !== 1 || confidence >= surelyRefused) return question
  if ((shares.get(topic) ?? 0) < plainly) return question
  return { ...question, intent: 'fact', meshes: named, topics: [topic], confidence: halfSure }
}

const dataPlane = 'data-plane'

/** "Does it need sidecars" asks what its data plane is, of which sidecars are a kind, and nothing that these need. */
function withoutItsMode(question: Question, { vocabulary }: Reading): Question {
  const { intent, aspect, topics, modes, content } = question
  if (intent !== 'fact' || aspect !== 'needs' || topics[0] !== dataPlane || modes.length > 1) return question
  const isOnKinds = modes.length > 0 ? content.every((word) => vocabulary.names(dataPlane, word)) : content.length === 0
  if (!isOnKinds) return question
  const confidence = Math.max(question.confidence, sureFrom)
  return { ...question, aspect: 'what', modes: [], content: [], focus: [], words: [], confidence }
}

/** What a longer question on one mesh is easily taken for, though it asks for a fact. */
const mayBeFact = new Set<Question['intent']>(['migrate', 'recommend', 'best'])

/** Read by its lines; and as a question for a fact where one of them bears it out. */
function asFact(question: Question, reading: Reading): ByLines {
  const found = readByLines(question, reading)
  if (question.intent === 'fact') return found
  const isFact = question.intent === 'profile' ? (found.p ?? 0) >= surelyByLines : found.line !== undefined
  return isFact ? { ...found, question: { ...found.question, intent: 'fact' } } : asItIs(question)
}

const asItIs = (question: Question): ByLines => ({ question })

/** A line that has so much in common with a question, in rare words, is what was asked for. */
const enoughInCommon = 7.5
/** Less will do where it was hardly refused. */
const enoughForAWeakNo = 5
/** And so is any that bears out a topic which the turn of phrase has as likely, though it was refused as a whole. */
const likely = 0.4

/** A line that has so much of what a refused question says is on the same. */
const nearlyAll = 0.75

/** What the words of a question lead to where its topic could not be told by its turn of phrase. */
export function rescued(question: Question, reading: Reading): Command<'fact'> | undefined {
  const { intent, confidence, meshes, named, aspect, shares, content } = question
  const [mesh, ...others] = meshes.length > 0 ? meshes : named
  if (mesh === undefined) return undefined
  const factOf = ({ fact, line, words }: FoundLine): Command<'fact'> => ({
    kind: 'fact',
    meshes: [mesh],
    modes: [],
    topics: [fact.topic.id],
    aspect: aspect === 'can' ? 'what' : aspect,
    told: [line.id],
    focus: words,
  })
  const [whole] = others.length > 0 ? [] : linesByWords(question, mesh, reading)
  if (whole && hasNearlyAll(whole, content, reading)) return factOf(whole)
  const { line: found } = readByLines(question, reading)
  if (!found) return undefined
  const isLikely = (shares.get(found.fact.topic.id) ?? 0) >= likely
  const isRefused = intent === 'none' && confidence >= sureFrom
  const isTold = found.score >= (confidence < doubtfulBelow ? enoughForAWeakNo : enoughInCommon)
  // A version is found anywhere.
  const names = found.words.filter((word) => !/\d/.test(word))
  return (isRefused ? isTold && isLikely && names.length > 1 : isTold || isLikely) ? factOf(found) : undefined
}

/** Whether a line has nearly every word of a question: of one by itself only a name. */
function hasNearlyAll({ words }: FoundLine, content: readonly string[], { vocabulary }: Reading): boolean {
  const names = words.filter((word) => !/\d/.test(word))
  const [only, ...others] = names
  if (only === undefined || (others.length === 0 && vocabulary.isEnglish(only))) return false
  return words.length >= nearlyAll * content.length
}

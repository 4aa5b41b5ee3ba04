import type { AspectRow } from '../answers/aspects/aspect.ts'
import { aspectRows } from '../answers/aspects/aspects.ts'
import type { Fact } from '../facts/fact.ts'
import { isOpening, isSentence } from '../facts/lines.ts'
import { inMode } from '../facts/modes.ts'
import { askedOfLines } from '../lines/asked.ts'
import type { Question } from '../questions/question.ts'
import type { Command } from './command.ts'
import { linesTold } from './lines-told.ts'
import { unexplainedOf } from './not-covered.ts'
import type { Reading } from './question-reading.ts'

/** What a question asks of its facts, beyond meshes and topics. `words` are those that may narrow it. */
export function narrowed(
  question: Question,
  { meshes, modes, topics }: Command<'fact'>,
  reading: Reading,
  words: readonly string[] = question.content,
) {
  const { aspect, focus } = question
  const { knowledge, lines, facts, vocabulary } = reading
  const ofMeshes = meshes.length > 0 ? meshes : knowledge.meshes.map(({ id }) => id)
  const asked = ofMeshes.flatMap((mesh) => topics.map((topic) => facts.of(mesh, topic)))
  const [only] = asked.length === 1 ? asked : []
  const about = words.filter((word) => lines.knows(word)).slice(0, mostAbout)
  const modeOf = ({ mesh }: Fact) => modes.find((one) => one.mesh === mesh.id)?.mode
  const isOnTopic = (word: string) => topics.some((topic) => vocabulary.names(topic, word))
  const ranked = only ? linesThatMayAnswer(question, only, modeOf(only), reading) : []
  const [best] = ranked
  const isPlain = aspect === 'can' || aspect === 'what'
  const isNarrower = best
    ? !isOpening(inMode(best.fact, modeOf(best.fact)), best.line)
    : isPlain
      ? !focus.every(isOnTopic) && asked.some((fact) => leadsAway(about, fact, modeOf(fact), reading))
      : focus.some((word) => lines.knows(word) && !isOnTopic(word))
  const isOnTopicAlone = focus.length === 0 || (best !== undefined && best.p >= plainly && focus.every(isOnTopic))
  const answering = isPlain && !isNarrower && isOnTopicAlone ? [] : linesTold(ranked)
  const unexplained = unexplainedOf(focus, reading)
  // A level is no reply to a question on something that no line of the fact speaks of.
  const isBeside =
    aspect === 'can' &&
    only !== undefined &&
    focus.some((word) => !isOnTopic(word) && lines.find([word], asked) === undefined)
  return {
    ...(isBeside ? { aspect: 'what' as const } : aspect === 'can' ? {} : { aspect }),
    ...(answering.length > 0 ? { told: answering } : {}),
    ...(isNarrower ? { focus: about } : {}),
    ...(unexplained === undefined ? {} : { nothingOn: unexplained }),
  }
}

/** A line of the kind that is asked for is told where it is as likely as this. */
const ofItsKind = 0.01

/**
 * The lines of a fact by how likely they answer: of one mode none on another, and only those of the kind that is asked
 * for, such as one with a number or a date, where one of these is likely at all.
 */
function linesThatMayAnswer(question: Question, fact: Fact, mode: string | undefined, { ranking }: Reading) {
  const all = ranking
    .rank(askedOfLines(question, fact.mesh.id), [fact])
    .filter(({ line }) => mode === undefined || line.mode === undefined || line.mode.id === mode)
  const fits = ofKinds[question.aspect]?.fits
  const fitting = fits ? all.filter(({ line, p }) => p >= ofItsKind && fits(line)) : []
  return fitting.length > 0 ? fitting : all
}

/** What is told by nothing but a line with a number, a version or a name. */
const ofKinds: Partial<Record<Question['aspect'], AspectRow>> = {
  amount: aspectRows.amount,
  since: aspectRows.since,
  until: aspectRows.until,
  via: aspectRows.via,
}

/** From here on what a fact says first is plainly what is asked. */
const plainly = 0.35

/**
 * By so much a line has to outweigh the first that a fact says, to be said before it: a word of one line in three or four
 * of its topic.
 */
const leadsBy = 1.2

/** In a longer question a single word of everyday English leads nowhere, unless by so much. */
const mostForOneWord = 4
const leadsPlainly = 3

/** Whether words lead to another line of a fact than the one that it opens with. */
function leadsAway(
  words: readonly string[],
  whole: Fact,
  mode: string | undefined,
  { lines, vocabulary }: Reading,
): boolean {
  const fact = inMode(whole, mode)
  const among = [fact, ...(fact.mode ? [whole] : [])]
  const best = lines.find(words, among, (line) => isSentence(line) && !(fact.mode && line.mode))
  if (!best) return false
  const opening = lines.find(words, [fact], (line) => isOpening(fact, line))
  const extra = best.words.filter((word) => !opening?.words.includes(word))
  const isTelling =
    extra.length > 1 || words.length <= mostForOneWord || extra.some((word) => !vocabulary.isEnglish(word))
  const lead = best.score - (opening?.score ?? 0)
  return lead >= (isTelling ? leadsBy : leadsPlainly)
}

/** How many words a command is narrowed by. */
const mostAbout = 12

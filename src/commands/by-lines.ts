import type { FoundLine } from '../facts/line-search.ts'
import { findTopic } from '../knowledge/knowledge.ts'
import { askedOfLines } from '../lines/asked.ts'
import { likelyTopics } from '../lines/likely-topics.ts'
import type { RankedLine } from '../lines/line-ranking.ts'
import type { Question } from '../questions/question.ts'
import type { Reading } from './question-reading.ts'

/** What it takes to read a question by lines. */
export type ByLinesReading = Pick<Reading, 'knowledge' | 'facts' | 'lines' | 'ranking' | 'vocabulary'>

/** A topic with the line of it that a question has most in common with, and how likely it is by both. */
interface Candidate {
  readonly topic: string
  readonly line: FoundLine | undefined
  /** Its line that likeliest answers, and 0 to 1 how likely it is that one of them does. */
  readonly answer: RankedLine
  readonly p: number
}

/** A question whose topic was told by its lines as well. */
export interface ByLines {
  readonly question: Question
  /** The line that led to its topic, or that bears it out; undefined where there is none to speak of. */
  readonly line?: FoundLine
  /** The line of its topic that likeliest answers; undefined where it is not on one mesh. */
  readonly answer?: RankedLine
  /** 0 to 1: how likely it is that a line of its topic answers; undefined where it is not on one mesh. */
  readonly p?: number
}

/** By so much another topic has to be likelier than the likeliest by turn of phrase. */
const clearly = 1.5
/** A topic is borne out by no less: two rare words. */
const told = 5
const leastWords = 2
/** Or one that is no word of everyday English, such as UDP or StatefulSet. */
const toldByName = 3.5

/**
 * A second reading of a question on one mesh: by its turn of phrase and by the lines that may answer it, taken together. A
 * longer question often names one topic on its way to another, which only a line tells.
 */
export function readByLines(question: Question, reading: ByLinesReading): ByLines {
  const [mesh, ...others] = question.meshes.length > 0 ? question.meshes : question.named
  if (mesh === undefined || others.length > 0) return { question }
  const { topics, alternatives } = question
  const all = candidates(question, mesh, reading)
  const [likeliest] = all
  const first = all.find(({ topic }) => topic === topics[0])
  if (!likeliest) return { question }
  const best = first && likeliest.p < first.p * clearly ? first : likeliest
  const { topic, line, answer, p } = best
  const isOfField = line?.words.some((word) => !reading.vocabulary.isEnglish(word)) === true
  const isBorneOut =
    line !== undefined && (isOfField ? line.score >= toldByName : line.words.length >= leastWords && line.score >= told)
  return {
    question:
      topic === topics[0]
        ? question
        : { ...question, topics: [topic], alternatives: [...topics, ...alternatives].filter((id) => id !== topic) },
    ...(line && isBorneOut ? { line } : {}),
    answer,
    p,
  }
}

/** The topic that is all about an aspect, and so is likely where it is asked for. */
const homes: Partial<Record<Question['aspect'], string>> = {
  until: 'release-support',
  edition: 'pricing',
  maturity: 'maturity',
}
const atHome = 0.15

/** How many topics are looked at that have words of a question, though its turn of phrase doesn't tell of them. */
const byWordsAlone = 2

/** For each topic of a mesh the line that has most of the words of a question, where there is one, the best first. */
export const linesByWords = (
  { content, modes }: Question,
  mesh: string,
  { lines }: Pick<Reading, 'lines'>,
): readonly FoundLine[] =>
  [
    ...lines
      .bestOf(
        mesh,
        content,
        modes.map(({ mode }) => mode),
      )
      .values(),
  ].sort((one, other) => other.score - one.score)

/** The topics that a question may be about, likeliest first. */
function candidates(
  question: Question,
  mesh: string,
  { knowledge, lines, facts, ranking }: ByLinesReading,
): Candidate[] {
  const { shares, topics, aspect } = question
  const found = linesByWords(question, mesh, { lines })
  const home = findTopic(knowledge, homes[aspect] ?? '')?.id
  const ids = new Set([
    ...topics,
    ...likelyTopics(shares),
    ...found.slice(0, byWordsAlone).map(({ fact }) => fact.topic.id),
    ...(home ? [home] : []),
  ])
  const shareOf = (topic: string): number => Math.max(topic === home ? atHome : 0, shares.get(topic) ?? 0)
  const ranked = ranking.rank(
    askedOfLines(question, mesh),
    [...ids].map((id) => facts.of(mesh, id)),
    shareOf,
  )
  return [...Map.groupBy(ranked, ({ fact }) => fact.topic.id)]
    .flatMap(([topic, its]) => {
      const [answer] = its
      const p = its.reduce((sum, one) => sum + one.p, 0)
      return answer ? [{ topic, line: found.find(({ fact }) => fact.topic.id === topic), answer, p }] : []
    })
    .sort((one, other) => other.p - one.p)
}

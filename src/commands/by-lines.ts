import type { FoundLine } from '../facts/line-search.ts'
import type { Question } from '../questions/question.ts'
import type { Reading } from './question-reading.ts'

/** A topic with the line of it that a question has most in common with, and how likely both make it. */
interface Candidate {
  readonly topic: string
  readonly line: FoundLine | undefined
  readonly score: number
}

/** A question whose topic was told by its lines as well. */
export interface ByLines {
  readonly question: Question
  /** The line that led to its topic, or that bears it out; undefined where there is none to speak of. */
  readonly line?: FoundLine
  /** Whether that leaves no doubt about the topic. */
  readonly isSure: boolean
}

/**
 * How the two readings of a topic are weighed: the weight of the words that a question shares with a line, and the
 * logarithm of how likely the topic is by turn of phrase, so often. Found on questions that people asked in public: from
 * 1.5 to 3 it made no difference there.
 */
const byPhrase = 2
/** A topic that no turn of phrase speaks for is taken to be so likely. */
const leastLikely = 0.003
/** Another topic than the likeliest by turn of phrase is told by no less: two rare words. */
const told = 5
const leastWords = 2
/** Or one that is no word of everyday English, such as UDP or StatefulSet. */
const toldByName = 3.5
/** From such a line on that leads by so much, nine readings of ten are right. */
const beyondDoubt = { score: 7.5, lead: 3 } as const

/**
 * A second reading of a question on one mesh: by its turn of phrase and by the lines that have its rare words, taken
 * together. A longer question often names one topic on its way to another, which only a line tells.
 */
export function readByLines(question: Question, { lines, vocabulary }: Pick<Reading, 'lines' | 'vocabulary'>): ByLines {
  const [mesh, ...others] = question.meshes.length > 0 ? question.meshes : question.named
  if (mesh === undefined || others.length > 0) return { question, isSure: false }
  const { topics, alternatives } = question
  const [best, second] = candidates(question, mesh, lines)
  const [first] = topics
  if (!best) return { question, isSure: false }
  const { topic, line } = best
  const isOfField = line?.words.some((word) => !vocabulary.isEnglish(word)) === true
  const isBorneOut =
    line !== undefined && (isOfField ? line.score >= toldByName : line.words.length >= leastWords && line.score >= told)
  if (topic !== first && !isBorneOut) return { question, isSure: false }
  const lead = best.score - (second?.score ?? 0)
  return {
    question:
      topic === first
        ? question
        : { ...question, topics: [topic], alternatives: [...topics, ...alternatives].filter((id) => id !== topic) },
    ...(line && isBorneOut ? { line } : {}),
    isSure: isBorneOut && line.score >= beyondDoubt.score && lead >= beyondDoubt.lead,
  }
}

/** The topic that is all about an aspect, and so is likely where it is asked for. */
const homes: Partial<Record<Question['aspect'], string>> = {
  until: 'release-support',
  edition: 'pricing',
  maturity: 'maturity',
}
const atHome = 0.15

/** The topics that a question may be about, likeliest first. */
function candidates(
  { content, modes, shares, topics, aspect }: Question,
  mesh: string,
  lines: Reading['lines'],
): Candidate[] {
  const found = lines.bestOf(
    mesh,
    content,
    modes.map(({ mode }) => mode),
  )
  const home = homes[aspect]
  return [...new Set([...topics, ...shares.keys(), ...found.keys(), ...(home ? [home] : [])])]
    .map((topic) => {
      const line = found.get(topic)
      const share = Math.max(topic === homes[aspect] ? atHome : leastLikely, shares.get(topic) ?? 0)
      return { topic, line, score: (line?.score ?? 0) + byPhrase * Math.log(share) }
    })
    .sort((a, b) => b.score - a.score)
}

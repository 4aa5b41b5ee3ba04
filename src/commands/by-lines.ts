import type { Question } from '../questions/question.ts'
import type { Reading } from './from-question.ts'

/** From here on the rare words that a line has in common with a question tell its topic as well as its turn of phrase. */
const told = 5.5
/** By so much the words of another topic's line have to outweigh those of the likeliest topic. */
const clearly = 3
/** The same for a topic that was not even among the likely ones. */
const surelyTold = 12
const muchClearer = 5
/** From here on a line leaves no doubt about a topic that the turn of phrase has likeliest as well. */
const beyondDoubt = 10

/** A question whose topic was told by its lines as well, and whether that leaves no doubt. */
export interface ByLines {
  readonly question: Question
  readonly isSure: boolean
}

/**
 * A second reading of a question on one mesh whose topic is in doubt: a line of another likely topic that has several of
 * its rare words tells the topic better than the turn of phrase does.
 */
export function readByLines(question: Question, { knowledge, facts, lines }: Reading): ByLines {
  const { topics, alternatives, focus } = question
  const [mesh, ...others] = question.meshes.length > 0 ? question.meshes : question.named
  const [first] = topics
  if (mesh === undefined || others.length > 0 || first === undefined) return { question, isSure: false }
  const bestOf = (ids: readonly string[]) =>
    lines.find(
      focus,
      ids.map((id) => facts.of(mesh, id)),
    )
  const own = bestOf([first])?.score ?? 0
  const near = bestOf([...topics, ...alternatives])
  const any = bestOf(knowledge.topics.map(({ id }) => id))
  const isNear = near !== undefined && near.score >= Math.max(told, own + clearly)
  const isAny = any !== undefined && any.score >= Math.max(surelyTold, (near?.score ?? 0) + muchClearer)
  const better = isAny ? any : isNear ? near : undefined
  if (!better) return { question, isSure: own >= beyondDoubt }
  const topic = better.fact.topic.id
  const left = [...topics, ...alternatives].filter((id) => id !== topic)
  return { question: { ...question, topics: [topic], alternatives: left }, isSure: false }
}

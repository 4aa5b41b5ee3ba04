import type { Knowledge } from '../knowledge/knowledge.ts'
import type { UnderstandingModel } from './classifier/model.ts'
import { contextAfter, followUp } from './follow-up.ts'
import { interpret } from './interpret.ts'
import type { Question, ThreadContext } from './question.ts'
import type { Reader } from './reading.ts'
import { topicsAtHand } from './topics-at-hand.ts'

export interface Understood {
  readonly question: Question
  /** What the thread is about now; undefined while nothing was asked in it. */
  readonly context: ThreadContext | undefined
}

export interface Understanding {
  /** Reads a text, by itself or as the next turn of a thread. Never throws. */
  understand(text: string, context?: ThreadContext): Understood
}

/** Below this a reading is right less often than wrong, and saying so is better than answering. */
const answerFrom = 0.15

export function createUnderstanding(knowledge: Knowledge, reader: Reader, model: UnderstandingModel): Understanding {
  const known = {
    meshes: new Set(knowledge.meshes.map(({ id }) => id)),
    topics: new Set(knowledge.topics.map(({ id }) => id)),
  }
  const atHand = topicsAtHand(knowledge, model.topics)
  /** A thread may be older than the knowledge. */
  const withinKnowledge = <T extends { meshes: readonly string[]; topics: readonly string[] }>(value: T): T => ({
    ...value,
    meshes: value.meshes.filter((id) => known.meshes.has(id)),
    topics: value.topics.filter((id) => known.topics.has(id)),
  })

  const understand = (text: string, context?: ThreadContext): Understood => {
    const alone = interpret(reader.read(text), model, reader.words, atHand)
    const before = context && withinKnowledge(context)
    const question = withinKnowledge(before ? followUp(alone, before, model.turns, reader.words.turns) : alone.question)
    const answered: Question = question.confidence < answerFrom ? { ...question, intent: 'none' } : question
    return { question: answered, context: contextAfter(answered, context) }
  }
  return { understand }
}

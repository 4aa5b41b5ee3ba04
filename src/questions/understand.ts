import type { Knowledge } from '../knowledge/knowledge.ts'
import type { UnderstandingModel } from './classifier/model.ts'
import { contextAfter, followUp } from './follow-up.ts'
import { type Interpretation, interpret } from './interpret.ts'
import { ofThread } from './of-thread.ts'
import type { Question, ThreadContext } from './question.ts'
import type { Reader } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { topicsAtHand } from './topics-at-hand.ts'
import { statedMeshes } from './turn-meshes.ts'

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

/** From here on a text is read as a whole. */
const plain = 0.6
/** By so much a sentence has to be told better than the text that it stands in. */
const clearly = 0.1

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

  const interpreted = (text: string) => interpret(reader.read(text), model, reader.words, atHand)

  /** Of a text that tells a story around its question, the sentence that is told best, about the meshes of the whole. */
  const surest = (text: string): Interpretation => {
    const whole = interpreted(text)
    if (whole.question.confidence >= plain) return whole
    const [best] = sentencesOf(text)
      .map(interpreted)
      .filter(({ question }) => question.intent !== 'none')
      .sort((a, b) => b.question.confidence - a.question.confidence)
    if (!best || best.question.confidence < whole.question.confidence + clearly) return whole
    const { meshes } = best.question
    // What lines are found by is said in any of them.
    const { named, content, words, shares } = whole.question
    return {
      ...best,
      question: { ...best.question, named, content, words, shares, meshes: meshes.length > 0 ? meshes : named },
    }
  }

  const nextTurn = (turn: Interpretation, text: string, before: ThreadContext): Question => {
    const stated = statedMeshes(reader.read(text), before, known.meshes, reader.words)
    const asked = stated ? undefined : ofThread(turn, before, reader.words)
    return asked ?? followUp(turn, before, model.turns, reader.words.turns, stated)
  }

  const understand = (text: string, context?: ThreadContext): Understood => {
    const alone = surest(text)
    const before = context && withinKnowledge(context)
    const question = withinKnowledge(before ? nextTurn(alone, text, before) : alone.question)
    const answered: Question = question.confidence < answerFrom ? { ...question, intent: 'none' } : question
    return { question: answered, context: contextAfter(answered, context) }
  }
  return { understand }
}

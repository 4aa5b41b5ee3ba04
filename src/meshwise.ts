import { createAdvice } from './advice.ts'
import type { Basis } from './advisor/basis.ts'
import type { Answer } from './answers/answer.ts'
import { answerQuestion } from './answers/answer-question.ts'
import { answerCommand } from './commands/answer-command.ts'
import { commandOf } from './commands/command-of.ts'
import { contextOf } from './commands/context-of.ts'
import { commandParser } from './commands/parse.ts'
import { findTopic, type Knowledge } from './knowledge/knowledge.ts'
import type { UnderstandingModel } from './questions/classifier/model.ts'
import { ownModel } from './questions/classifier/own-model.ts'
import type { Question, ThreadContext } from './questions/question.ts'
import { createReader } from './questions/reading.ts'
import { topicSearch } from './questions/topic-search.ts'
import { createUnderstanding } from './questions/understand.ts'
import { inSentence } from './wording.ts'

/** What Meshwise says to a question or a command, on whichever surface it came. */
export interface Reply {
  readonly answer: Answer
  /** The command that gives this answer again, without any context: what buttons such as "share" carry. */
  readonly command: string
  /** How a question was understood; absent for a command. */
  readonly question?: Question
  /** What the thread is about after this, to be handed back with the next turn. */
  readonly context?: ThreadContext
}

/** The whole of the bot's knowledge and understanding behind two pure functions. */
export interface Meshwise {
  /** Answers a question in plain words. `context` is that of the thread so far. Never throws on any text. */
  ask(text: string, context?: ThreadContext): Reply
  /** Answers what follows `/mesh`, or the command of a button. An unknown one gets help. */
  command(text: string): Reply
  /** What recommendations rest on, where the knowledge has criteria. */
  readonly basis?: Basis | undefined
}

/** From here on a reading is right often enough to answer without asking back. */
const sureFrom = 0.6
/** Below this a reading is wrong more often than right: then the answer must not open with a yes. */
const doubtfulBelow = 0.4

export function createMeshwise(knowledge: Knowledge, model: UnderstandingModel = ownModel()): Meshwise {
  const reader = createReader(knowledge)
  const parser = commandParser(knowledge, reader, topicSearch(knowledge))
  const understanding = createUnderstanding(knowledge, reader, model)
  const advice = createAdvice(knowledge, reader)

  const ask = (text: string, before?: ThreadContext): Reply => {
    const { question, context } = understanding.understand(text, before)
    if (isCallForHelp(text)) return { ...command('help'), question, ...(context ? { context } : {}) }
    const advised = question.intent === 'recommend' ? advice?.onQuestion(text, question, before) : undefined
    if (advised) return { ...advised, question, context: { ...context, ...advised.context } }
    const answer = askBackIfUnsure(knowledge, question, answerQuestion(knowledge, question))
    return { answer, command: commandOf(answer), question, ...(context ? { context } : {}) }
  }

  const command = (text: string): Reply => {
    const parsed = parser.parse(text)
    if (parsed.kind === 'ask') return ask(parsed.question)
    if (parsed.kind === 'help' && parsed.unknown && !parsed.nearest) {
      const asked = ask(text)
      if (asked.question?.intent !== 'none') return asked
    }
    if (parsed.kind === 'recommend') {
      const read = () => understanding.understand(parsed.needs).question
      return advice?.onCommand(parsed.needs, read) ?? command('help')
    }
    const answer = answerCommand(knowledge, parsed)
    const context = contextOf(answer)
    return { answer, command: commandOf(answer), ...(context ? { context } : {}) }
  }
  return { ask, command, basis: advice?.basis }
}

const isCallForHelp = (text: string): boolean => /^\W*(help|commands|usage)\W*$/i.test(text.slice(0, 40))

/** An answer to a question that could well be meant otherwise says how it was read, and offers the next readings. */
function askBackIfUnsure(knowledge: Knowledge, question: Question, answer: Answer): Answer {
  if (question.intent === 'none' || question.confidence >= sureFrom) return answer
  const others = question.alternatives.flatMap((id) => findTopic(knowledge, id) ?? []).slice(0, 2)
  if (others.length === 0) return answer
  const meshes = question.meshes.join(' ') || 'all'
  const doubtful = question.confidence < doubtfulBelow || !question.grounded
  return {
    ...answer,
    ...(doubtful ? { headline: `I am not sure that I have that. The nearest is ${answer.understood}.` } : {}),
    askBack: `I read this as ${answer.understood}. Did you mean ${others.map(({ title }) => inSentence(title)).join(' or ')}?`,
    suggestions: [
      ...others.map(({ id, title }) => ({
        label: title,
        command: question.intent === 'compare' ? `compare ${meshes} on ${id}` : `fact ${meshes} on ${id}`,
      })),
      ...answer.suggestions,
    ],
  }
}

import type { z } from 'zod'
import type { Suggestion } from '../answers/answer.ts'
import { aboutOf, factsOf, formFor, jsonOf, spell } from '../commands/table.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Reply } from '../meshwise.ts'
import { firstSentence } from '../wording.ts'
import { factJson } from './fact-json.ts'
import type { answerSchema, commandSchema } from './schemas.ts'

/** What was asked, and how its answer reads as a whole. */
interface Asked {
  readonly knowledge: Knowledge
  readonly question?: string
  /** All that is shown of the answer, in plain text. */
  readonly text: string
  /** Whether to say how a question was understood, down to its features. */
  readonly explain?: boolean
}

/** The answer to a question or a command: one shape for both, so that either can be held against the other. */
export function answerJson({ answer, question: reading }: Reply, asked: Asked): z.input<typeof answerSchema> {
  const { knowledge, question, text, explain = false } = asked
  const about = reading ?? aboutOf(answer.command, knowledge)
  return {
    ...(question === undefined ? {} : { question }),
    command: spell(answer.command),
    intent: about.intent,
    meshes: about.meshes,
    modes: about.modes,
    topics: about.topics,
    confidence: reading?.confidence ?? 1,
    answered: isAnswered(answer.kind),
    answer: firstSentence(answer.headline),
    text,
    facts: factsOf(answer).map(factJson),
    suggestions: answer.suggestions.map(suggestionJson),
    ...(explain && reading ? { explanation: reading } : {}),
  }
}

/** The answer to what follows `/mesh`, and the form that Slack would open before it answers. */
export function slashJson(reply: Reply, asked: Asked): z.input<typeof answerSchema> {
  const form = reply.question ? undefined : formFor(reply.answer.command)
  return { ...answerJson(reply, asked), ...(form ? { opens: form } : {}) }
}

/** The answer to a command of the terminal: what every kind has, then what only its kind has. */
export const commandJson = ({ answer }: Reply, { knowledge, text }: Asked): z.input<typeof commandSchema> => ({
  kind: answer.kind,
  command: spell(answer.command),
  ...jsonOf(answer, knowledge),
  text,
  suggestions: answer.suggestions.map(suggestionJson),
})

const isAnswered = (kind: Reply['answer']['kind']): boolean => kind !== 'none' && kind !== 'clarify'

const suggestionJson = ({ label, command, inPlace }: Suggestion) => ({
  label,
  command: spell(command),
  ...(inPlace === undefined ? {} : { inPlace }),
})

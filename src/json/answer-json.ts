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
  /** What is seen of the answer at once, in plain text. */
  readonly text: string
  /** The rest of it. */
  readonly details: readonly { readonly title: string; readonly text: string }[]
  /** Whether to say how a question was understood, down to its features. */
  readonly explain?: boolean
}

/** The answer to a question or a command: one shape for both, so that either can be held against the other. */
export function answerJson({ answer, question: reading }: Reply, asked: Asked): z.input<typeof answerSchema> {
  const { knowledge, question, text, details, explain = false } = asked
  const about = reading ?? aboutOf(answer.command, knowledge)
  const nothingOn = answer.kind === 'fact' || answer.kind === 'none' ? answer.nothingOn : undefined
  return {
    ...(question === undefined ? {} : { question }),
    command: spell(answer.command),
    intent: about.intent,
    meshes: about.meshes,
    modes: about.modes,
    topics: about.topics,
    confidence: reading?.confidence ?? 1,
    ...(nothingOn === undefined ? {} : { nothingOn }),
    neighbours:
      answer.kind === 'neighbour' ? [answer.neighbour.id] : answer.command.beside ? [answer.command.beside] : [],
    ...(reading && answer.kind === 'fact' ? { aspect: reading.aspect } : {}),
    answered: nothingOn === undefined && isAnswered(answer, knowledge),
    answer: firstSentence(answer.headline),
    text,
    details: [...details],
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
export const commandJson = ({ answer }: Reply, { knowledge, text, details }: Asked): z.input<typeof commandSchema> => ({
  kind: answer.kind,
  command: spell(answer.command),
  ...jsonOf(answer, knowledge),
  text,
  details: [...details],
  suggestions: answer.suggestions.map(suggestionJson),
})

const unanswered = new Set<Reply['answer']['kind']>(['none', 'clarify', 'troubleshoot', 'neighbour'])

/** Whether an answer has a fact, or the arithmetic, that was asked for. */
function isAnswered({ kind, command: { beside } }: Reply['answer'], { neighbours }: Knowledge): boolean {
  // Of a product that is none of ours, and no build of one, what was asked stays open.
  const isBeside = beside !== undefined && neighbours.some(({ id, basedOn }) => id === beside && basedOn === undefined)
  return !unanswered.has(kind) && !isBeside
}

const suggestionJson = ({ label, command, inPlace }: Suggestion) => ({
  label,
  command: spell(command),
  ...(inPlace === undefined ? {} : { inPlace }),
})

import type { Reply } from '../meshwise.ts'

/** How sure of its reading Meshwise must be to answer what nobody addressed to it. */
const sureFrom = 0.8

/** A turn of up to this many words, such as "and the other one", leans on the question before it. */
const shortTurn = 5

/**
 * Whether to answer a message of a thread that doesn't mention the bot. People talk among themselves there, and an
 * answer that nobody wanted is worse than none: so only to a question about a mesh, topic or term that it names itself.
 */
export function isWantedUnprompted(text: string, { answer, question }: Reply): boolean {
  if (answer.kind === 'none' || answer.kind === 'clarify' || answer.askBack !== undefined) return false
  if (!question?.grounded || question.confidence < sureFrom) return false
  const words = text.split(/\s+/).filter((word) => word !== '')
  return text.trimEnd().endsWith('?') || words.length <= shortTurn
}

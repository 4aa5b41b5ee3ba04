import { z } from 'zod'
import { toTerminal } from '../../src/cli/to-terminal.ts'
import { pageOf } from '../../src/commands/table.ts'
import { answerJson } from '../../src/json/answer-json.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { toSections, toText } from '../../src/pages/to-text.ts'
import type { ThreadContext } from '../../src/questions/question.ts'
import { linesOf } from './labelled.ts'

const pattern = z.string().refine((text) => new RegExp(text, 'iu'))
const checkSchema = z.object({
  id: z.string(),
  q: z.string(),
  /** The turns before, for a question that leans on them. */
  context: z.array(z.string()).default([]),
  first: z.object({
    /** Each has to be met; of a list any one will do. */
    must: z.array(z.union([pattern, z.array(pattern)])),
    mustNot: z.array(pattern),
  }),
  /** Left out where either is fine. */
  answered: z.boolean().optional(),
  kind: z.string(),
  source: z.union([z.literal('written'), z.url()]),
  kept: z.boolean(),
})
export type AnswerCheck = z.infer<typeof checkSchema>

/** What the first sentence of an answer has to say, and must not: written before the code that makes it so. */
export const readAnswerChecks = (): AnswerCheck[] =>
  linesOf('answer-checks.jsonl').map((line) => checkSchema.parse(line))

/** An answer as somebody meets it. */
export interface Given {
  /** The first sentence; after a bare yes or no the next one as well. */
  readonly first: string
  readonly answered: boolean
  /** How long it is in a terminal of 80 columns. */
  readonly lines: number
}

/** Asks our own Meshwise a question after the turns before it. */
export function createAsker(knowledge: Knowledge): (q: string, before?: readonly string[]) => Given {
  const meshwise = createMeshwise(knowledge)
  const catalogue = catalogueOf(knowledge)
  return (q, before = []) => {
    const context = before.reduce<ThreadContext | undefined>(
      (so, turn) => meshwise.ask(turn, so).context ?? so,
      undefined,
    )
    const reply = meshwise.ask(q, context)
    const page = pageOf(reply.answer, catalogue)
    const { answer, answered } = answerJson(reply, {
      knowledge,
      question: q,
      text: toText(page),
      details: toSections(page),
    })
    const lines = toTerminal(page, { columns: 80, color: false }).trimEnd().split('\n').length
    return { first: answer, answered, lines }
  }
}

/** What is wrong with an answer, in words; empty where it passes. */
export function faultsOf({ first, answered }: AnswerCheck, given: Given): string[] {
  const says = (text: string) => new RegExp(text, 'iu').test(given.first)
  return [
    ...first.must.flatMap((one) => ([one].flat().some(says) ? [] : [`does not say ${[one].flat().join(' or ')}`])),
    ...first.mustNot.flatMap((text) => (says(text) ? [`says ${text}`] : [])),
    ...(answered === undefined || answered === given.answered ? [] : [`answered is ${given.answered}`]),
  ]
}

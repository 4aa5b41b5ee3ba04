import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Basis } from '../../src/advisor/basis.ts'
import type { Outcome } from '../../src/advisor/outcome.ts'
import { recommend } from '../../src/advisor/recommend.ts'
import { readRequirements } from '../../src/advisor/words.ts'
import type { Meshwise } from '../../src/meshwise.ts'

const choices = z.enum(['istio', 'linkerd', 'consul', 'cilium', 'no-mesh', 'gateway-first'])
const decisionSchema = z.strictObject({
  id: z.string(),
  team: z.string(),
  date: z.string(),
  source: z.string(),
  expected: z.array(choices).min(1),
  words: z.string(),
  requirements: z.string(),
  kept: z.boolean(),
  changedSince: z.string().exactOptional(),
})
/** A decision that a team made in public: how it tells of itself, its needs as a file, and what it chose. */
export type Decision = z.infer<typeof decisionSchema>

/** `kept` ones are for reporting only. */
export const readDecisions = (): Decision[] =>
  readFileSync(new URL('public-decisions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => decisionSchema.parse(JSON.parse(line)))

/** What a recommendation comes to, by the ids of choices; a tie is each of its meshes and none. */
export function choiceOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'without':
      return outcome.without.way === 'no-mesh-yet' ? 'no-mesh' : 'gateway-first'
    case 'mesh':
      return outcome.first.candidate.mesh.id
    case 'tie':
      return `tie of ${[...new Set(outcome.between.map(({ candidate }) => candidate.mesh.id))].join(' and ')}`
    default:
      return outcome.kind
  }
}

export interface Judged {
  readonly decision: Decision
  readonly byFile: string
  readonly byWords: string
  readonly confidence: number
  readonly agrees: { readonly file: boolean; readonly words: boolean }
}

/** What is recommended to a team by its requirements, and by its words. Throws where the requirements have problems. */
export function judgeDecision(decision: Decision, basis: Basis, { ask }: Pick<Meshwise, 'ask'>): Judged {
  const read = readRequirements(parse(decision.requirements) ?? {}, basis)
  if (!read.ok) throw new Error(`${decision.id}: ${read.problems.join('; ')}`)
  const { outcome, confidence } = recommend(basis, read.requirements)
  const { answer } = ask(decision.words)
  const byFile = choiceOf(outcome)
  const byWords = answer.kind === 'recommend' ? choiceOf(answer.recommendation.outcome) : answer.kind
  const isRight = (choice: string) => decision.expected.some((expected) => expected === choice)
  return {
    decision,
    byFile,
    byWords,
    confidence: confidence.value,
    agrees: { file: isRight(byFile), words: isRight(byWords) },
  }
}

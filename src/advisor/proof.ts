import type { CitedSource } from '../facts/fact.ts'
import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { holds } from './condition.ts'
import { needsInForce } from './needs.ts'
import type { Requirements } from './requirements.ts'

/** One thing to verify before committing. */
export interface Check {
  readonly title: string
  readonly text: string
  readonly sources: readonly CitedSource[]
}

/** What to verify in a proof of concept: first what is asked for and not simply there, then what every switch needs. */
export function checksFor(basis: Basis, requirements: Requirements, candidate: Candidate): readonly Check[] {
  const caveats = needsInForce(basis.rules, requirements).flatMap(({ id }): Check[] => {
    const constraint = basis.constraints.get(id)
    if (!constraint) return []
    const { but, fact } = candidate.meeting(constraint, requirements)
    return but ? [{ title: `Prove that it is enough: ${constraint.title}`, text: but, sources: fact.sources }] : []
  })
  const usual = basis.rules.proof
    .filter(({ when }) => when.length === 0 || when.some((condition) => holds(condition, requirements)))
    .map(({ title, says, topic: topicId, sources }): Check => {
      const fact = topicId === undefined ? undefined : candidate.fact(topicId)
      return {
        title,
        text: fact ? `${says} ${fact.statement}` : says,
        sources: [...(fact?.sources ?? []), ...basis.facts.cite(sources)],
      }
    })
  return [...caveats, ...usual]
}

import type { CitedSource } from '../facts/fact.ts'
import { cite } from '../facts/resolve.ts'
import { findTopic } from '../knowledge/knowledge.ts'
import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { holds } from './condition.ts'
import { findConstraint, meets } from './constraint.ts'
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
  const caveats = needsInForce(basis, requirements).flatMap(({ id }): Check[] => {
    const constraint = findConstraint(basis, id)
    if (!constraint) return []
    const { but, fact } = meets(candidate, constraint, basis)
    return but ? [{ title: `Prove that it is enough: ${constraint.title}`, text: but, sources: fact.sources }] : []
  })
  const usual = basis.rules.proof
    .filter(({ when }) => when.length === 0 || when.some((condition) => holds(condition, requirements)))
    .map(({ title, says, topic: topicId, sources }): Check => {
      const topic = topicId === undefined ? undefined : findTopic(basis.knowledge, topicId)
      const fact = topic && candidate.fact(topic)
      return {
        title,
        text: fact ? `${says} ${fact.statement}` : says,
        sources: [...(fact?.sources ?? []), ...cite(basis.knowledge, sources)],
      }
    })
  return [...caveats, ...usual]
}

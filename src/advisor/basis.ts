import type { Fact } from '../facts/fact.ts'
import { factOf } from '../facts/resolve.ts'
import type { Knowledge, Mesh, Topic } from '../knowledge/knowledge.ts'
import { type Rules, rulesOf } from './rules.ts'

/** What every recommendation rests on: the knowledge, the rules in it, and its facts with everything resolved. */
export interface Basis {
  readonly knowledge: Knowledge
  readonly rules: Rules
  fact(mesh: Mesh, topic: Topic): Fact
}

/**
 * The basis that some knowledge makes, or undefined where it has no criteria. It remembers the facts that it has
 * resolved, as a recommendation looks at each of them a hundred times to find what would change it.
 */
export function basisOf(knowledge: Knowledge): Basis | undefined {
  const rules = rulesOf(knowledge.criteria)
  if (!rules) return undefined
  const resolved = new Map<string, Fact>()
  const fact = (mesh: Mesh, topic: Topic): Fact => {
    const key = `${mesh.id}/${topic.id}`
    const found = resolved.get(key) ?? factOf(knowledge, mesh, topic)
    resolved.set(key, found)
    return found
  }
  return { knowledge, rules, fact }
}

import type { z } from 'zod'
import { type Facts, resolveFacts } from '../facts/facts.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Constraint, constraintsOf } from './constraint.ts'
import { type Contender, contendersOf } from './contenders.ts'
import { memoryPerPod } from './memory.ts'
import type { Requirements } from './requirements.ts'
import { requirementsSchema } from './requirements-schema.ts'
import { type Rules, rulesOf } from './rules.ts'

/** What every recommendation rests on: all that doesn't hang on what is required, worked out when knowledge is loaded. */
export interface Basis {
  readonly knowledge: Knowledge
  readonly rules: Rules
  readonly facts: Facts
  /** By their ids. */
  readonly constraints: ReadonlyMap<string, Constraint>
  /** In the order of the meshes. */
  readonly contenders: readonly Contender[]
  /** What can be required. */
  readonly requirements: z.ZodType<Requirements>
}

/** The basis that some knowledge makes, or undefined where it has no criteria. To be made once for each loading. */
export function basisOf(knowledge: Knowledge, facts: Facts = resolveFacts(knowledge)): Basis | undefined {
  const rules = rulesOf(knowledge.criteria)
  if (!rules) return undefined
  const constraints = constraintsOf(knowledge)
  const memoryOf = memoryPerPod(knowledge, rules)
  const contenders = contendersOf(knowledge, { rules, facts, constraints, memoryOf })
  return { knowledge, rules, facts, constraints, contenders, requirements: requirementsSchema(knowledge) }
}

import { assertNever } from '../assert-never.ts'
import type { Fact } from '../facts/fact.ts'
import { findTopic, type Topic } from '../knowledge/knowledge.ts'
import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { scoreOfSupport } from './scales.ts'

/** Something that a mesh may be required to have. */
export interface Constraint {
  readonly id: string
  readonly title: string
  readonly topic: Topic
  readonly test: 'support' | 'licence' | 'sidecarless'
  readonly editionCounts: boolean
}

/** The constraint with an id: of the criteria, or a topic by itself. */
export function findConstraint(basis: Basis, id: string): Constraint | undefined {
  const own = basis.knowledge.criteria.constraints[id]
  const topic = findTopic(basis.knowledge, own?.topic ?? id)
  if (!topic) return undefined
  return own
    ? { id, title: own.title, topic, test: own.test, editionCounts: own.editionCounts }
    : { id, title: topic.title, topic, test: 'support', editionCounts: true }
}

/** Every constraint to choose from: a topic that a constraint of the criteria reads in its own way is left out. */
export function offeredConstraints({ knowledge }: Basis): readonly string[] {
  const own = Object.entries(knowledge.criteria.constraints)
  const read = new Set(own.flatMap(([, { topic }]) => topic))
  const topics = knowledge.topics.filter(({ id, kind }) => kind === 'supported' && !read.has(id))
  return [...topics.map(({ id }) => id), ...own.map(([id]) => id)]
}

/** How far a candidate meets a constraint. */
export interface Meeting {
  readonly fails: boolean
  /** 0 to 1; undefined where it is unknown. */
  readonly score: number | undefined
  readonly fact: Fact
  /** Why it is not simply met, where it isn't. */
  readonly but?: string
}

/** Only what is known to be missing fails: what is partial, sold, or unknown does not. */
export function meets(candidate: Candidate, constraint: Constraint, basis: Basis): Meeting {
  const fact = candidate.fact(constraint.topic)
  const { licence } = candidate.mesh
  switch (constraint.test) {
    case 'licence':
      return licence.openSource
        ? { fails: false, score: 1, fact }
        : { fails: true, score: 0, fact, but: `Its licence is ${licence.name}.` }
    case 'sidecarless':
      return isSidecarless(candidate)
        ? { fails: false, score: 1, fact }
        : { fails: true, score: 0, fact, but: fact.brief ?? fact.statement }
    case 'support': {
      const score = scoreOfSupport(fact, candidate, basis, constraint)
      const ready = fact.support === 'yes' && (fact.maturity ?? 'stable') === 'stable'
      const but = fact.reason ?? (ready ? undefined : fact.statement)
      return { fails: fact.support === 'no', score, fact, ...(but ? { but } : {}) }
    }
    default:
      return assertNever(constraint.test)
  }
}

/** A mesh that can do without sidecars, unless it is the mode with sidecars that is judged. */
const isSidecarless = ({ mesh, mode }: Candidate): boolean =>
  mesh.traits.includes('sidecarless') && mode?.id !== 'sidecar'

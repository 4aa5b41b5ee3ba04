import type { Fact } from '../facts/fact.ts'
import type { Topic } from '../knowledge/knowledge.ts'
import type { Basis } from './basis.ts'
import type { Constraint } from './constraint.ts'
import { meetingOf } from './meeting.ts'
import { noRequirements } from './requirements.ts'
import type { MeshInMode } from './scales.ts'

interface Judged extends MeshInMode {
  readonly fact: Fact
}

/** Whether a constraint is read from its topic in a way of its own, whatever is required. */
const isReadOnce = ({ test }: Constraint): boolean => test !== 'support' && test !== 'stated'

/** Whether people weigh a topic when they choose: a priority is made of it, or a requirement of its own is about it. */
export function isWeighed({ rules, constraints }: Basis, { id }: Topic): boolean {
  return (
    Object.values(rules.priorities).some(({ topics }) => Object.hasOwn(topics, id)) ||
    [...constraints.values()].some((constraint) => constraint.topic.id === id && isReadOnce(constraint))
  )
}

/**
 * Whether some meshes are parted by a requirement that no level of the topic says: one has an open licence or does without
 * sidecars, another hasn't or doesn't.
 */
export function isPartedBy({ rules, constraints }: Basis, topic: Topic, judged: readonly Judged[]): boolean {
  return [...constraints.values()]
    .filter((constraint) => constraint.topic.id === topic.id && isReadOnce(constraint))
    .some((constraint) => {
      const fails = judged.map((one) => meetingOf(constraint, () => one.fact, one, rules, noRequirements).fails)
      return fails.includes(true) && fails.includes(false)
    })
}

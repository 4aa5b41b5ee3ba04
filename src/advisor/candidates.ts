import type { Fact, Named } from '../facts/fact.ts'
import type { Facts } from '../facts/facts.ts'
import type { Knowledge, Mesh, Topic } from '../knowledge/knowledge.ts'
import type { Constraint } from './constraint.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { type Judge, type Judgement, judgeOf } from './priorities.ts'
import { noRequirements, type Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'
import type { MemoryPerPod, MeshInMode } from './scales.ts'

/** What can be recommended: a mesh, in one of its modes where these differ. */
export interface Candidate {
  /** Unlike that of any other: "istio/ambient". */
  readonly key: string
  readonly mesh: Mesh
  /** The mode that is judged, where the mesh has a choice that matters. */
  readonly mode?: Named
  /** The fact on a topic, by its id, in the mode that is judged. */
  fact(topicId: string): Fact
  /** How it meets a constraint of the basis; where this hangs on circumstances, by those of some requirements. */
  meeting(constraint: Constraint, requirements: Requirements): Meeting
  /** How it does on a priority, by its id. */
  judge(priorityId: string, requirements: Requirements): Judgement
}

/** A name to show: "Istio, ambient mode". */
export const nameOf = ({ mesh, mode }: Pick<Candidate, 'mesh' | 'mode'>): string =>
  mode ? `${mesh.name}, ${mode.name.charAt(0).toLowerCase()}${mode.name.slice(1)}` : mesh.name

export interface JudgedMode {
  readonly id: string | undefined
  /** Whether the mode is part of what is recommended, and not just how the mesh comes. */
  readonly shown: boolean
  /** Whether the mode says what the mesh can do, or only what its traffic goes through. */
  readonly limits: boolean
}

/** What candidates are judged by. */
export interface Measure {
  readonly rules: Rules
  readonly facts: Facts
  readonly constraints: ReadonlyMap<string, Constraint>
  /** The memory of a mesh in a mode. */
  readonly memoryOf: (judged: MeshInMode) => MemoryPerPod
}

/** A mesh in a mode as a candidate, with everything worked out that doesn't hang on what is required. */
export function candidateOf(
  { topics }: Knowledge,
  { rules, facts, constraints, memoryOf }: Measure,
  mesh: Mesh,
  { id, shown, limits }: JudgedMode,
): Candidate {
  const mode = id === undefined ? undefined : { id, name: mesh.modes[id]?.name ?? id }
  const judged = { mesh, ...(shown && mode ? { mode } : {}) }
  const own = new Map(topics.map((topic) => [topic.id, inMode(facts.of(mesh.id, topic.id), topic, id, limits)]))
  const fact = (topicId: string) => found(own, topicId)
  const meet = (one: Constraint, requirements: Requirements) => meetingOf(one, fact, judged, rules, requirements)
  const always = new Map(
    [...constraints.values()].flatMap((one) =>
      one.test === 'stated' ? [] : [[one.id, meet(one, noRequirements)] as const],
    ),
  )
  const memory = memoryOf({ mesh, ...(mode ? { mode } : {}) })
  const judges = new Map(
    Object.entries(rules.priorities).map(([name, priority]): [string, Judge] => [
      name,
      judgeOf(priority, topics, fact, judged, rules, memory),
    ]),
  )
  return {
    key: shown && id ? `${mesh.id}/${id}` : mesh.id,
    ...judged,
    fact,
    meeting: (constraint, requirements) => always.get(constraint.id) ?? meet(constraint, requirements),
    judge: (priorityId, requirements) => found(judges, priorityId)(requirements),
  }
}

/** What is there by the check of the knowledge, so that its absence is a programming error. */
function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id)
  if (value === undefined) throw new Error(`Nothing is known of "${id}"`)
  return value
}

/**
 * A fact as it is in one mode. Where modes are layers of one product, as in Cilium, each request takes the layer that it
 * needs: what the product can do is then that of all layers, and only costs depend on the mode.
 */
function inMode(fact: Fact, topic: Topic, modeId: string | undefined, limits: boolean): Fact {
  const { modes, ...base } = fact
  if (modes.length === 0) return fact
  const inThis = modes.find(({ mode }) => mode?.id === modeId)
  if (!inThis || (topic.kind === 'supported' && !limits)) return { ...base, modes: [] }
  const { support, reason, maturity, edition, value, brief, unverified, ...rest } = inThis
  const judged = base.house?.support ? undefined : support
  return {
    ...base,
    ...rest,
    brief: brief ?? base.brief,
    value: value ?? base.value,
    unverified: unverified ?? base.unverified,
    support: judged ?? base.support,
    reason: judged ? reason : base.reason,
    maturity: judged ? maturity : (maturity ?? base.maturity),
    edition: edition ?? base.edition,
    modes: [],
  }
}

import { assertNever } from '../assert-never.ts'
import type { Fact, Named } from '../facts/fact.ts'
import { gradeOf, levelPoints } from '../facts/levels.ts'
import type { Mesh, Topic } from '../knowledge/knowledge.ts'
import { toBaseUnit } from '../knowledge/units.ts'
import { holds } from './condition.ts'
import type { Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'

/** A mesh, in the mode that is judged where that is part of the choice. */
export interface MeshInMode {
  readonly mesh: Mesh
  readonly mode?: Named
}

/** A number from 0 to 1, or undefined where it is unknown or doesn't apply. */
export type Score = number | undefined

/** A fact as a score: the same for everybody, or by what is required. */
export type FactScore = Score | ((requirements: Requirements) => Score)

/** What a fact counts on the scale of its topic. */
export function scoreOfFact(
  fact: Fact,
  topic: Topic,
  judged: MeshInMode,
  rules: Rules,
  memory: MemoryPerPod,
): FactScore {
  switch (topic.kind) {
    case 'supported':
      return scoreOfSupport(fact, judged, rules)
    case 'measured':
      return scoreOfMeasure(fact, rules, memory)
    case 'ranked':
      return scoreOfPlace(fact, rules)
    case 'described':
      return undefined
    default:
      return assertNever(topic.kind)
  }
}

/** How much of the way to the next better or worse fact a mesh's reasons can go: never so far that the two change places. */
const reasonReach = 0.45

/**
 * A support level by its grade, so that it counts here in the order of rankings, more or less for each sourced reason
 * for or against.
 */
export function scoreOfSupport(
  fact: Fact,
  { mesh, mode }: MeshInMode,
  { scales }: Rules,
  { editionCounts = true } = {},
): Score {
  const grade = gradeOf(fact, { editionCounts })
  if (!grade || grade.points === 0) return grade?.points
  const scoreAt = (points: number) => (points / levelPoints.yes) * scales.yes
  const score = scoreAt(grade.points)
  const least = score - reasonReach * (score - scoreAt(grade.below))
  const most = grade.above === undefined ? 1 : score + reasonReach * (scoreAt(grade.above) - score)
  const reasons = countReasons(mesh, fact.topic.id, mode?.id)
  return Math.min(most, Math.max(least, score + reasons * scales.reason))
}

/** Reasons to choose a mesh that name a topic, less those to avoid it; a reason may be about one mode only. */
function countReasons(mesh: Mesh, topicId: string, modeId: string | undefined): number {
  const naming = (list: Mesh['choose']) =>
    list.filter(({ topics, mode }) => topics.includes(topicId) && (mode === undefined || mode === modeId)).length
  return naming(mesh.choose) - naming(mesh.avoid)
}

function scoreOfPlace(fact: Fact, { places, scales }: Rules): FactScore {
  const scoreOf = (place: number | undefined): Score =>
    place === undefined ? undefined : clamp(1 - (place - 1) * scales.placeStep)
  const others = places
    .filter(({ mesh, topic }) => mesh === fact.mesh.id && topic === fact.topic.id)
    .map(({ when, place }) => ({ when, score: scoreOf(place) }))
  const usual = scoreOf(fact.rank?.place)
  if (others.length === 0) return usual
  return (requirements) => (others.find(({ when }) => holds(when, requirements)) ?? { score: usual }).score
}

/** The memory of one mesh in MB a pod, for what is required. */
export type MemoryPerPod = (requirements: Requirements) => number | undefined

/**
 * A published range by its geometric middle, on a logarithmic scale; of memory rather what the estimate gives for the
 * cluster, so that the two never differ.
 */
function scoreOfMeasure({ value, topic }: Fact, rules: Rules, memory: MemoryPerPod): FactScore {
  const scale = rules.scales.measured[topic.id]
  if (!scale) return undefined
  const { full, none, estimated } = scale
  const scoreOf = (amount: number) => clamp(1 - Math.log(amount / full) / Math.log(none / full))
  const published = value && publishedAmount(value)
  if (!published && !estimated) return undefined
  return (requirements) => {
    const own = estimated ? memory(requirements) : undefined
    if (own !== undefined) return scoreOf(own)
    return published && scoreOf(published.amount / perNode(published.per, published.unit, rules, requirements))
  }
}

function publishedAmount({ low, high, unit, per }: NonNullable<Fact['value']>) {
  const { amount, base } = toBaseUnit(Math.sqrt(Math.max(low, 1e-3) * Math.max(high, 1e-3)), unit)
  return { amount: base === 'byte' ? amount / 1e6 : amount, unit: base, per }
}

/** By what an amount per node is divided, to set it beside one per pod or per 1000 requests. */
function perNode(per: string, unit: string, { scales }: Rules, { circumstances }: Requirements): number {
  if (per !== 'node') return 1
  if (unit === 'vCPU') return scales.rpsPerNode / 1000
  const { pods, nodes } = circumstances
  return pods && nodes ? pods / nodes : scales.podsPerNode
}

export const clamp = (value: number): number => Math.min(1, Math.max(0, value))

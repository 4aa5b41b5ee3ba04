import { assertNever } from '../assert-never.ts'
import type { Fact } from '../facts/fact.ts'
import type { Mesh, Topic } from '../knowledge/knowledge.ts'
import { toBaseUnit } from '../knowledge/units.ts'
import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { holds } from './condition.ts'
import type { Requirements } from './requirements.ts'

/** What the scales need to know beside a fact. */
export interface Scaling {
  readonly basis: Basis
  readonly requirements: Requirements
}

/** A fact as a number from 0 to 1, or undefined where it is unknown or doesn't apply. */
export function scoreOfFact(candidate: Candidate, topic: Topic, scaling: Scaling): number | undefined {
  const fact = candidate.fact(topic)
  switch (topic.kind) {
    case 'supported':
      return scoreOfSupport(fact, candidate, scaling.basis)
    case 'measured':
      return scoreOfMeasure(fact, scaling)
    case 'ranked':
      return scoreOfPlace(fact, scaling)
    case 'described':
      return undefined
    default:
      return assertNever(topic.kind)
  }
}

/** A support level, less for immaturity and paid editions, more or less for each sourced reason for or against. */
export function scoreOfSupport(
  fact: Fact,
  { mesh, mode }: Pick<Candidate, 'mesh' | 'mode'>,
  { rules: { scales } }: Basis,
  { editionCounts = true } = {},
): number | undefined {
  if (!fact.support) return undefined
  const level = scales.support[fact.support]
  if (level === undefined || level === 0) return level
  const ready = level * (scales.maturity[fact.maturity ?? 'stable'] ?? 1)
  const free = editionCounts && fact.edition === 'enterprise' ? ready * scales.paidEdition : ready
  const reasons = countReasons(mesh, fact.topic.id, mode?.id)
  return clamp(free + reasons * scales.reason)
}

/** Reasons to choose a mesh that name a topic, less those to avoid it; a reason may be about one mode only. */
function countReasons(mesh: Mesh, topicId: string, modeId: string | undefined): number {
  const naming = (list: Mesh['choose']) =>
    list.filter(({ topics, mode }) => topics.includes(topicId) && (mode === undefined || mode === modeId)).length
  return naming(mesh.choose) - naming(mesh.avoid)
}

function scoreOfPlace(fact: Fact, { basis, requirements }: Scaling): number | undefined {
  const other = basis.rules.places.find(
    ({ mesh, topic, when }) => mesh === fact.mesh.id && topic === fact.topic.id && holds(when, requirements),
  )
  const place = other?.place ?? fact.rank?.place
  return place === undefined ? undefined : clamp(1 - (place - 1) * basis.rules.scales.placeStep)
}

/**
 * A published range by its geometric middle, on a logarithmic scale. Memory also counts by what it grows with, the more
 * the larger the cluster: see growthShare.
 */
function scoreOfMeasure({ value, topic }: Fact, { basis, requirements }: Scaling): number | undefined {
  const scale = basis.rules.scales.measured[topic.id]
  if (!value || !scale) return undefined
  const middle = Math.sqrt(Math.max(value.low, 1e-3) * Math.max(value.high, 1e-3))
  const { amount: base, base: unit } = toBaseUnit(middle, value.unit)
  const amount = (unit === 'byte' ? base / 1e6 : base) / perNode(value.per, unit, { basis, requirements })
  const score = clamp(1 - Math.log(amount / scale.full) / Math.log(scale.none / scale.full))
  if (unit !== 'byte') return score
  const share = growthShare({ basis, requirements })
  return (1 - share) * score + share * (value.per === 'node' ? 1 : 0)
}

/** By what an amount per node is divided, to set it beside one per pod or per 1000 requests. */
function perNode(per: string, unit: string, { basis, requirements }: Scaling): number {
  if (per !== 'node') return 1
  if (unit === 'vCPU') return basis.rules.scales.rpsPerNode / 1000
  const { pods, nodes } = requirements.circumstances
  return pods && nodes ? pods / nodes : basis.rules.scales.podsPerNode
}

/** How much of the memory score asks whether cost grows with pods: nothing in small clusters, growing by their size. */
function growthShare({
  basis: {
    rules: { thresholds },
  },
  requirements,
}: Scaling): number {
  const { growthFrom, growthTo, growthShare: most } = thresholds
  const pods = requirements.circumstances.pods ?? 0
  if (pods <= growthFrom) return 0
  return most * clamp(Math.log(pods / growthFrom) / Math.log(growthTo / growthFrom))
}

export const clamp = (value: number): number => Math.min(1, Math.max(0, value))

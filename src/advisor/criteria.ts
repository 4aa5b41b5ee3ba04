import type { Fact, Named } from '../facts/fact.ts'
import { findTopic } from '../knowledge/knowledge.ts'
import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { holds } from './condition.ts'
import { findConstraint, meets } from './constraint.ts'
import { needsInForce } from './needs.ts'
import type { Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'
import { scoreOfFact } from './scales.ts'

/** How a candidate does on a criterion. */
export interface Judgement {
  /** 0 to 1. */
  readonly score: number
  /** The share of what the criterion looks at that is known, 0 to 1. */
  readonly known: number
  readonly facts: readonly Fact[]
}

/** Something that candidates are weighed on. */
export interface Criterion extends Named {
  /** Not yet set against the other weights. */
  readonly weight: number
  /** Why it weighs what it weighs, beyond what was answered. */
  readonly because: readonly string[]
  judge(candidate: Candidate): Judgement
}

/** Everything that candidates are weighed on under some requirements; what weighs nothing is left out. */
export function criteriaFor(basis: Basis, requirements: Requirements): readonly Criterion[] {
  const criteria = [
    ...priorities(basis, requirements),
    ...needs(basis, requirements),
    ...skills(basis, requirements),
    ...fits(basis, requirements),
  ]
  return criteria.filter(({ weight }) => weight > 0)
}

function priorities(basis: Basis, requirements: Requirements): Criterion[] {
  return Object.entries(basis.rules.priorities).map(([id, priority]) => {
    const answered = requirements.priorities[id]
    const boosts =
      answered === 0
        ? []
        : basis.rules.boosts.filter((boost) => boost.priority === id && holds(boost.when, requirements))
    const own = answered === undefined ? basis.rules.weights.unanswered : (basis.rules.weights.priority[answered] ?? 0)
    return {
      id,
      name: priority.title,
      weight: own + boosts.reduce((sum, { weight }) => sum + weight, 0),
      because: boosts.map(({ because }) => because),
      judge: (candidate) => judgeParts(basis, requirements, priority, candidate),
    }
  })
}

type Priority = Rules['priorities'][string]

/** The mean of the topics of a priority, by their shares; what is unknown is left out of it. */
function judgeParts(basis: Basis, requirements: Requirements, priority: Priority, candidate: Candidate): Judgement {
  const { mesh } = candidate
  const topics = Object.entries(priority.topics).flatMap(([id, share]) => {
    const topic = findTopic(basis.knowledge, id)
    return topic
      ? [{ share, score: scoreOfFact(candidate, topic, { basis, requirements }), fact: candidate.fact(topic) }]
      : []
  })
  const traits = Object.entries(priority.traits).map(([trait, share]) => ({
    share,
    score: mesh.traits.includes(trait) ? 1 : 0,
  }))
  const licence = priority.openness ? [{ share: priority.openness, score: mesh.licence.openSource ? 1 : 0 }] : []
  const parts = [...topics, ...traits, ...licence]
  const known = parts.filter(({ score }) => score !== undefined)
  const shares = sum(known.map(({ share }) => share))
  const whole = sum(parts.map(({ share }) => share))
  return {
    score: shares > 0 ? sum(known.map(({ share, score = 0 }) => share * score)) / shares : basis.rules.scales.unknown,
    known: whole > 0 ? shares / whole : 0,
    facts: topics.map(({ fact }) => fact),
  }
}

function needs(basis: Basis, requirements: Requirements): Criterion[] {
  return needsInForce(basis, requirements).flatMap(({ id, level, because }) => {
    const constraint = findConstraint(basis, id)
    if (!constraint) return []
    return {
      id: `needs-${id}`,
      name: `${level === 'must' ? 'Must' : 'Should'}: ${constraint.title}`,
      weight: basis.rules.weights[level],
      because: because ? [because] : [],
      judge(candidate) {
        const { score, fact } = meets(candidate, constraint, basis)
        return { score: score ?? basis.rules.scales.unknown, known: score === undefined ? 0 : 1, facts: [fact] }
      },
    }
  })
}

function skills(basis: Basis, requirements: Requirements): Criterion[] {
  return Object.entries(basis.rules.skills).flatMap(([id, { title, trait, topic: topicId, modes }]) => {
    const level = id === 'envoy-skill' || id === 'ebpf-skill' ? requirements.circumstances[id] : undefined
    const topic = findTopic(basis.knowledge, topicId)
    if (!level || !topic) return []
    const needs = ({ mesh, mode }: Candidate) =>
      mesh.traits.includes(trait) && (modes[mesh.id]?.includes(mode?.id ?? '') ?? true)
    return {
      id,
      name: title,
      weight: basis.rules.weights.skill,
      because: [],
      judge: (candidate) => ({
        score: basis.rules.scales.skill[level][needs(candidate) ? 'needed' : 'unneeded'],
        known: 1,
        facts: [candidate.fact(topic)],
      }),
    }
  })
}

/** What is there already and speaks for a mesh: each mesh by its share of the weight. */
function fits(basis: Basis, requirements: Requirements): Criterion[] {
  const found = basis.rules.fits.filter(({ when }) => holds(when, requirements))
  const weight = sum(found.map((one) => one.weight))
  if (weight === 0) return []
  return [
    {
      id: 'fit',
      name: 'What you run already',
      weight,
      because: found.map(
        ({ mesh, because }) => `${basis.knowledge.meshes.find(({ id }) => id === mesh)?.name ?? mesh}: ${because}`,
      ),
      judge(candidate) {
        const own = found.filter(({ mesh }) => mesh === candidate.mesh.id)
        const topics = own.flatMap(({ topic }) => findTopic(basis.knowledge, topic) ?? [])
        return {
          score: sum(own.map((one) => one.weight)) / weight,
          known: 1,
          facts: topics.map((topic) => candidate.fact(topic)),
        }
      },
    },
  ]
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

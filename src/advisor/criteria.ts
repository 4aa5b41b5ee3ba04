import type { Named } from '../facts/fact.ts'
import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import { applies, holds } from './condition.ts'
import type { Need } from './needs.ts'
import type { Judgement } from './priorities.ts'
import type { Requirements } from './requirements.ts'

/** Something that candidates are weighed on. */
export interface Criterion extends Named {
  /** Not yet set against the other weights. */
  readonly weight: number
  /** Why it weighs what it weighs, beyond what was answered. */
  readonly because: readonly string[]
  judge(candidate: Candidate): Judgement
}

/** Everything that candidates are weighed on under some requirements; what weighs nothing is left out. */
export function criteriaFor(basis: Basis, requirements: Requirements, inForce: readonly Need[]): readonly Criterion[] {
  const criteria = [
    ...priorities(basis, requirements),
    ...needs(basis, requirements, inForce),
    ...skills(basis, requirements),
    ...fits(basis, requirements),
    ...leaving(requirements),
  ]
  return criteria.filter(({ weight }) => weight > 0)
}

function priorities(basis: Basis, requirements: Requirements): Criterion[] {
  return Object.entries(basis.rules.priorities).map(([id, priority]) => {
    const answered = requirements.priorities[id]
    const boosts =
      answered === 0
        ? []
        : [
            ...basis.rules.boosts.filter((boost) => boost.priority === id && applies(boost, requirements)),
            ...(requirements.circumstances['tired-of']?.includes(id) ? [tired] : []),
          ]
    const own = answered === undefined ? basis.rules.weights.unanswered : (basis.rules.weights.priority[answered] ?? 0)
    return {
      id,
      name: priority.title,
      weight: own + boosts.reduce((sum, { weight }) => sum + weight, 0),
      because: boosts.map(({ because }) => because),
      judge: (candidate) => candidate.judge(id, requirements),
    }
  })
}

/** What a priority weighs more that a mesh is left for. */
const tired = { weight: 6, because: 'That is why you leave what you run.' } as const

function needs(basis: Basis, requirements: Requirements, inForce: readonly Need[]): Criterion[] {
  return inForce.flatMap(({ id, level, because }) => {
    const constraint = basis.constraints.get(id)
    if (!constraint) return []
    return {
      id: `needs-${id}`,
      name: `${level === 'must' ? 'Must' : 'Should'}: ${constraint.title}`,
      weight: basis.rules.weights[level],
      because: because ? [because] : [],
      judge(candidate) {
        const { score, fact, how } = candidate.meeting(constraint, requirements)
        return { score: score ?? 0, known: score === undefined ? 0 : 1, facts: [fact], says: how }
      },
    }
  })
}

function skills(basis: Basis, requirements: Requirements): Criterion[] {
  return Object.entries(basis.rules.skills).flatMap(([id, { title, trait, topic, modes }]) => {
    const level = id === 'envoy-skill' || id === 'ebpf-skill' ? requirements.circumstances[id] : undefined
    if (!level) return []
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
  const left = requirements.circumstances.leaving ?? []
  const found = basis.rules.fits.filter(({ when, mesh }) => holds(when, requirements) && !left.includes(mesh))
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
        return {
          score: sum(own.map((one) => one.weight)) / weight,
          known: 1,
          facts: own.map(({ topic }) => candidate.fact(topic)),
        }
      },
    },
  ]
}

/** A mesh that is to be left: as good a reason against it as a running one is for itself. */
function leaving({ circumstances: { leaving: left = [] } }: Requirements): Criterion[] {
  if (left.length === 0) return []
  return [
    {
      id: 'leaving',
      name: 'What you leave',
      weight: 6,
      because: ['It was tried, and is to be left.'],
      judge: ({ mesh }) => ({ score: left.includes(mesh.id) ? 0 : 1, known: 1, facts: [] }),
    },
  ]
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

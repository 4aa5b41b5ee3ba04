import type { Basis } from './basis.ts'
import { offeredConstraints } from './constraint.ts'
import { needsInForce } from './needs.ts'
import { type Level, levels, type Requirements, skillLevels, valueAt } from './requirements.ts'

/** One answer given otherwise. */
export interface Move {
  readonly field: string
  readonly to: string | number
  /** How far it is from what was answered: one step of a weight or of a level is 1. */
  readonly size: number
  readonly requirements: Requirements
}

/** What an unanswered priority is nearest to: it weighs between 0 and 1. */
const unansweredPriority = 0.5
const circumstanceSize = 2
const levelSize = 1.5
/** To name a need that nobody named is farther than to change what was said. */
const newNeed = 2

/** Every single answer that could be given otherwise. */
export function movesFrom(basis: Basis, requirements: Requirements): readonly Move[] {
  return [
    ...Object.keys(basis.rules.priorities).flatMap((id) => priorityMoves(requirements, id)),
    ...constraintMoves(basis, requirements),
    ...circumstanceMoves(requirements),
  ]
}

function priorityMoves(requirements: Requirements, id: string): Move[] {
  const now = requirements.priorities[id]
  return [0, 1, 2, 3, 4, 5]
    .filter((to) => to !== now)
    .map((to) => ({
      field: `priorities.${id}`,
      to,
      size: Math.abs(to - (now ?? unansweredPriority)),
      requirements: { ...requirements, priorities: { ...requirements.priorities, [id]: to } },
    }))
}

/** What is met already is nothing that one might ask for more or less. */
const heights = { 'dont-care': 0, should: 1, must: 2 } as const satisfies Record<Exclude<Level, 'met'>, number>
const asked = levels.filter((level) => level !== 'met')

function constraintMoves(basis: Basis, requirements: Requirements): Move[] {
  const needs = needsInForce(basis.rules, requirements)
  return offeredConstraints(basis).flatMap((id) => {
    const now = needs.find((need) => need.id === id)?.level ?? 'dont-care'
    const isNew = now === 'dont-care' && requirements.constraints[id] === undefined
    return asked
      .filter((to) => to !== now)
      .map((to) => ({
        field: `constraints.${id}`,
        to,
        size: Math.abs(heights[to] - heights[now]) * levelSize + (isNew ? newNeed : 0),
        requirements: { ...requirements, constraints: { ...requirements.constraints, [id]: to } },
      }))
  })
}

function circumstanceMoves(requirements: Requirements): Move[] {
  const { circumstances } = requirements
  const move = (name: string, to: string | number, value: unknown = to): Move => ({
    field: `circumstances.${name}`,
    to,
    size: circumstanceSize,
    requirements: { ...requirements, circumstances: { ...circumstances, [name]: value } },
  })
  const runs = circumstances.runs ?? []
  return [
    ...['cilium', 'other'].map((to) => move('cni', to)),
    ...skillLevels.flatMap((to) => [move('envoy-skill', to), move('ebpf-skill', to)]),
    ...[2, 5, 12].map((to) => move('team-size', to)),
    ...[100, 1000, 5000].map((to) => move('pods', to)),
    ...['none', 'some'].map((to) => move('on-call', to)),
    // What runs may go, but nobody takes on more for the sake of a mesh.
    ...runs.map((id) =>
      move(
        'runs',
        `without ${id}`,
        runs.filter((one) => one !== id),
      ),
    ),
  ].filter(({ field, to }) => valueAt(requirements, field) !== to)
}

import { listed } from '../wording.ts'
import type { Basis } from './basis.ts'
import { candidatesFor, mustsAmong } from './choice.ts'
import { holds } from './condition.ts'
import { needsInForce } from './needs.ts'
import type { Requirements } from './requirements.ts'

/** Answers that contradict each other, or pull in opposite directions: each as a sentence. */
export function tensionsIn(basis: Basis, requirements: Requirements): readonly string[] {
  const known = basis.rules.tensions.filter(({ all }) => all.every((condition) => holds(condition, requirements)))
  return [
    ...known.map(({ says }) => says),
    ...impossiblePairs(basis, requirements),
    ...levelPriorities(basis, requirements),
    ...manyRunning(basis, requirements),
  ]
}

/** Priorities that all weigh the same: as good as none. */
function levelPriorities({ rules }: Basis, { priorities }: Requirements): string[] {
  const weights = Object.keys(rules.priorities).map((id) => priorities[id])
  const [first] = weights
  if (first === undefined || weights.some((weight) => weight !== first)) return []
  return [
    first === 0
      ? 'None of the priorities matters, so that nothing tells the meshes apart but what you need and run. Say what matters at all.'
      : 'All priorities weigh the same, which says as little as none of them. Say which ones give way.',
  ]
}

/** From so many meshes on, what runs says nothing of which to take. */
const many = 3

function manyRunning({ knowledge }: Basis, { circumstances: { runs = [], leaving = [] } }: Requirements): string[] {
  const running = knowledge.meshes.filter(({ id }) => runs.includes(id) && !leaving.includes(id))
  if (running.length < many) return []
  const names = listed(running.map(({ name }) => name))
  return [
    `${names} run already, so that running speaks for none of them more than for another. Say which are to be left.`,
  ]
}

/** Pairs of musts that some mesh meets each, and none meets together. */
function impossiblePairs(basis: Basis, requirements: Requirements): string[] {
  const needs = needsInForce(basis.rules, requirements)
  const candidates = candidatesFor(basis, requirements, needs)
  const meetingOf = mustsAmong(basis, needs, requirements).map((constraint) => ({
    constraint,
    by: new Set(candidates.filter((candidate) => !candidate.meeting(constraint, requirements).fails)),
  }))
  return meetingOf.flatMap((one, index) =>
    meetingOf
      .slice(index + 1)
      .filter((other) => one.by.size > 0 && other.by.size > 0 && isDisjoint(one.by, other.by))
      .map((other) => `No mesh meets both of these musts: ${one.constraint.title}, and ${other.constraint.title}.`),
  )
}

const isDisjoint = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean => ![...one].some((item) => other.has(item))

import type { Basis } from './basis.ts'
import { candidatesFor, mustsAmong } from './choice.ts'
import { holds } from './condition.ts'
import { needsInForce } from './needs.ts'
import type { Requirements } from './requirements.ts'

/** Answers that contradict each other, or pull in opposite directions: each as a sentence. */
export function tensionsIn(basis: Basis, requirements: Requirements): readonly string[] {
  const known = basis.rules.tensions.filter(({ all }) => all.every((condition) => holds(condition, requirements)))
  return [...known.map(({ says }) => says), ...impossiblePairs(basis, requirements)]
}

/** Pairs of musts that some mesh meets each, and none meets together. */
function impossiblePairs(basis: Basis, requirements: Requirements): string[] {
  const needs = needsInForce(basis.rules, requirements)
  const candidates = candidatesFor(basis, requirements, needs)
  const meetingOf = mustsAmong(basis, needs, requirements).map((constraint) => ({
    constraint,
    by: new Set(candidates.filter((candidate) => !candidate.meeting(constraint).fails)),
  }))
  return meetingOf.flatMap((one, index) =>
    meetingOf
      .slice(index + 1)
      .filter((other) => one.by.size > 0 && other.by.size > 0 && isDisjoint(one.by, other.by))
      .map((other) => `No mesh meets both of these musts: ${one.constraint.title}, and ${other.constraint.title}.`),
  )
}

const isDisjoint = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean => ![...one].some((item) => other.has(item))

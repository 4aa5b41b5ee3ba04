import type { CitedSource, Fact } from '../facts/fact.ts'
import { standing } from '../facts/standing.ts'
import type { Basis } from './basis.ts'
import { nameOf } from './candidates.ts'
import type { Contribution, Ranked } from './rank.ts'

/** The strongest argument against a candidate. */
export interface Objection {
  readonly text: string
  readonly sources: readonly CitedSource[]
}

/**
 * Where a candidate loses most to another, by what weighs in these requirements, and the sourced reason to avoid it that
 * touches most of the weight.
 */
export function objectionTo(basis: Basis, first: Ranked, others: readonly Ranked[]): Objection {
  const shortfall = worstShortfall(first, others)
  const avoid = weightiestAvoid(first)
  const facts = shortfall ? weakestFact(shortfall.own, shortfall.rival) : []
  const parts = [
    ...(shortfall
      ? [`${nameOf(shortfall.rival.candidate)} does better on ${lower(shortfall.own.criterion.name)}.`]
      : []),
    ...facts.map(({ statement }) => statement),
    ...(avoid ? [`A known reason to look elsewhere: ${lower(avoid.when)}`] : []),
  ]
  return {
    text: parts.join(' ') || 'None of the facts here speaks against it.',
    sources: [...facts.flatMap(({ sources }) => sources), ...basis.facts.cite(avoid?.sources ?? [])],
  }
}

function worstShortfall(first: Ranked, others: readonly Ranked[]) {
  return first.contributions
    .flatMap((own) => others.map((rival) => ({ own, rival, loss: pointsOn(rival, own) - own.points })))
    .filter(({ loss }) => loss > 0.005)
    .sort((a, b) => b.loss - a.loss)[0]
}

/** The fact by which a candidate falls farthest behind another on a criterion. */
function weakestFact(own: Contribution, rival: Ranked): Fact[] {
  const facts = rival.contributions.find(({ criterion }) => criterion.id === own.criterion.id)?.facts ?? []
  const gap = (fact: Fact) => {
    const other = facts.find(({ topic }) => topic.id === fact.topic.id)
    return ((other && standing(other)) ?? 0) - (standing(fact) ?? 0)
  }
  return own.facts
    .filter(({ missing }) => !missing)
    .sort((a, b) => gap(b) - gap(a))
    .slice(0, 1)
}

const pointsOn = ({ contributions }: Ranked, { criterion }: Contribution): number =>
  contributions.find((other) => other.criterion.id === criterion.id)?.points ?? 0

function weightiestAvoid({ candidate, contributions }: Ranked) {
  const weightOf = (topicId: string) =>
    contributions
      .filter(({ facts }) => facts.some(({ topic }) => topic.id === topicId))
      .reduce((total, { weight, facts }) => total + weight / facts.length, 0)
  return candidate.mesh.avoid
    .filter(({ mode }) => mode === undefined || mode === candidate.mode?.id)
    .map((entry) => ({ entry, weight: entry.topics.reduce((total, id) => total + weightOf(id), 0) }))
    .sort((a, b) => b.weight - a.weight)[0]?.entry
}

const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

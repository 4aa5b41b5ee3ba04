import type { CitedSource, Fact } from '../facts/fact.ts'
import { standing } from '../facts/standing.ts'
import type { Basis } from './basis.ts'
import { nameOf } from './candidates.ts'
import type { Outcome } from './outcome.ts'
import type { Contribution, Ranked } from './rank.ts'
import type { Requirements } from './requirements.ts'
import type { Without } from './without.ts'

/** The strongest argument against what comes first. */
export interface Objection {
  /** What it speaks against: the name of a mesh, or going without one. */
  readonly against: string
  readonly text: string
  readonly sources: readonly CitedSource[]
}

/** The strongest argument against what is recommended; where nothing is, against the mesh that comes first. */
export function objectionTo(
  basis: Basis,
  requirements: Requirements,
  outcome: Outcome,
  ranked: readonly Ranked[],
): Objection | undefined {
  const [first, ...others] = ranked
  if (outcome.kind === 'without') return objectionToNone(basis, requirements, outcome.without, first)
  return first && objectionToMesh(basis, first, others)
}

/** What was asked for and the first mesh does better, and what is lost without one. */
function objectionToNone(
  basis: Basis,
  { priorities }: Requirements,
  { instead, contributions }: Without,
  first: Ranked | undefined,
): Objection {
  const isAsked = ({ criterion: { id } }: Contribution) => id.startsWith('needs-') || (priorities[id] ?? 0) > 0
  const [worst] = (first?.contributions ?? [])
    .filter(isAsked)
    .map((theirs) => {
      const own = contributions.find(({ criterion }) => criterion.id === theirs.criterion.id)
      return { theirs, loss: theirs.weight * (theirs.score - (own?.score ?? 0)) }
    })
    .filter(({ loss }) => loss > noticed)
    .sort((a, b) => b.loss - a.loss)
  const facts = (worst?.theirs.facts ?? []).filter(({ missing }) => !missing).slice(0, 1)
  const better =
    first && worst
      ? `${nameOf(first.candidate)} does better on ${asAsked(worst.theirs.criterion.name)}${facts.map(({ statement }) => `: ${statement}`).join('') || '.'} `
      : ''
  return {
    against: 'going without',
    text: better + instead.against,
    sources: [...facts.flatMap(({ sources }) => sources), ...basis.facts.cite(instead.sources)],
  }
}

/** "Must: Tracing" is tracing. */
const asAsked = (name: string): string => lower(name.replace(/^(Must|Should): /, ''))

/** A difference in points below which nothing is argued. */
const noticed = 0.005

/**
 * Where a candidate loses most to another, by what weighs in these requirements, and the sourced reason to avoid it that
 * touches most of the weight.
 */
function objectionToMesh(basis: Basis, first: Ranked, others: readonly Ranked[]): Objection {
  const shortfall = worstShortfall(first, others)
  const avoid = weightiestAvoid(first)
  const facts = shortfall ? weakestFact(shortfall.own, shortfall.rival) : []
  const parts = [
    ...(shortfall
      ? [`${nameOf(shortfall.rival.candidate)} does better on ${asAsked(shortfall.own.criterion.name)}.`]
      : []),
    ...facts.map(({ statement }) => statement),
    ...(avoid ? [`A known reason to look elsewhere: ${lower(avoid.when)}`] : []),
  ]
  return {
    against: first.candidate.mesh.name,
    text: parts.join(' ') || 'None of the facts here speaks against it.',
    sources: [...facts.flatMap(({ sources }) => sources), ...basis.facts.cite(avoid?.sources ?? [])],
  }
}

function worstShortfall(first: Ranked, others: readonly Ranked[]) {
  return first.contributions
    .flatMap((own) => others.map((rival) => ({ own, rival, loss: pointsOn(rival, own) - own.points })))
    .filter(({ loss }) => loss > noticed)
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

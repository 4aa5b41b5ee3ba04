import { acceptability, unconfirmedShare } from './acceptability.ts'
import type { Basis } from './basis.ts'
import { nameOf } from './candidates.ts'
import { sum } from './criteria.ts'
import type { Decision } from './decision.ts'
import type { Ranked } from './rank.ts'
import { countAnswers, type Requirements } from './requirements.ts'
import { clamp } from './scales.ts'
import { isOpen } from './without.ts'

export interface Confidence {
  /** 0 to 1. */
  readonly value: number
  readonly level: 'low' | 'medium' | 'high'
  readonly reasons: readonly string[]
}

/** How often what decides is nothing that was asked here, so that it may as well come out the other way. */
const elsewhere = 0.1
const evens = 0.5
/** From so many answers on it is known what somebody needs; each that is missing takes a tenth. */
const enoughAnswers = 3
const missingAnswer = 0.1
const mostWithoutAnswers = 0.2
const levelsFrom = { high: 0.7, medium: 0.45 } as const

/**
 * How sure what was decided is: how often it would be the same if the answers weighed somewhat otherwise, less where little
 * was answered. docs/advisor.md holds it against decisions of others.
 */
export function confidenceIn(basis: Basis, requirements: Requirements, decision: Decision): Confidence {
  const { outcome } = decision
  if (outcome.kind === 'none-left') return { value: 0, level: 'low', reasons: ['No mesh meets all musts.'] }
  const answers = countAnswers(requirements)
  const isAlone = decision.ranking.ranked.length === 0
  // What is held against nothing may as well be wrong.
  const stays = isAlone ? evens : acceptability(basis, requirements, decision)
  const told = 1 - missingAnswer * Math.max(0, enoughAnswers - answers)
  const value = told * (stays * (1 - elsewhere) + elsewhere * evens)
  const capped = answers === 0 ? Math.min(value, mostWithoutAnswers) : value
  return {
    value: capped,
    level: capped >= levelsFrom.high ? 'high' : capped >= levelsFrom.medium ? 'medium' : 'low',
    reasons: [
      leadIn(decision),
      ...(isAlone ? [] : [sayStays(stays)]),
      answers === 0 ? 'Nothing was answered.' : `${answers} ${answers === 1 ? 'thing was' : 'things were'} answered.`,
      ...sayFacts(decision.ranking.ranked[0]),
    ],
  }
}

const sayStays = (share: number): string =>
  `In ${Math.round(share * 100)} of 100 ways to weigh your answers somewhat otherwise it stays first.`

/** How far what was decided is ahead, and of what. */
function leadIn({ outcome, ranking: { ranked }, ways }: Decision): string {
  const [first] = ranked
  const way = ways.find(isOpen)
  if (!first) return 'No mesh is left to hold it against.'
  if (outcome.kind === 'without')
    return `The lead over ${nameOf(first.candidate)} is ${percent(outcome.without.strength - first.score)} points of 100.`
  const mesh = ranked.find(({ candidate }) => candidate.mesh !== first.candidate.mesh)
  const rivals = [
    ...(mesh ? [{ name: mesh.candidate.mesh.name, score: mesh.score }] : []),
    ...(way ? [{ name: `going without (${way.instead.title.toLowerCase()})`, score: way.strength }] : []),
  ]
  const [next] = rivals.sort((a, b) => b.score - a.score)
  return next
    ? `The lead over ${next.name} is ${percent(first.score - next.score)} points of 100.`
    : 'No other mesh is left to choose from.'
}

/** What is not known or not sure of the first mesh. */
function sayFacts(first: Ranked | undefined): string[] {
  const shareOf = (share: (one: Ranked['contributions'][number]) => number) =>
    clamp(sum((first?.contributions ?? []).map((one) => one.weight * share(one))))
  const unknown = shareOf(({ known }) => 1 - known)
  const unconfirmed = shareOf(({ facts }) => unconfirmedShare(facts))
  return [
    ...(unknown >= noteworthy ? [`${percent(unknown)} % of what counts is not known.`] : []),
    ...(unconfirmed >= noteworthy
      ? [`${percent(unconfirmed)} % of what counts rests on facts with something unconfirmed or disputed.`]
      : []),
  ]
}

const noteworthy = 0.005
const percent = (share: number): string => (share * 100).toFixed(Math.abs(share) < 0.1 ? 1 : 0)

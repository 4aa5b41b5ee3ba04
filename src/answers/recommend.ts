import type { Basis } from '../advisor/basis.ts'
import { nameOf } from '../advisor/candidates.ts'
import type { Ranked } from '../advisor/rank.ts'
import { type Recommendation, recommend } from '../advisor/recommend.ts'
import type { Requirements } from '../advisor/requirements.ts'
import { sayAnswers } from '../advisor/say.ts'
import type { Without } from '../advisor/without.ts'
import { assertNever } from '../assert-never.ts'
import { compareMeshes, moveTo } from '../commands/make.ts'
import type { Named } from '../facts/fact.ts'
import { inSentence, listed, ordinal } from '../wording.ts'
import type { RecommendAnswer } from './answer.ts'

export interface RecommendOptions {
  /** What was taken for granted when the requirements were read from words. */
  readonly assumptions?: readonly string[]
  /** The meshes that the question was about. */
  readonly about?: readonly Named[]
}

/** A recommendation for some requirements, with what it takes to defend it. */
export function answerRecommend(
  basis: Basis,
  requirements: Requirements,
  { assumptions = [], about = [] }: RecommendOptions = {},
): RecommendAnswer {
  const recommendation = recommend(basis, requirements)
  const [first, second] = meshesInOrder(recommendation)
  return {
    kind: 'recommend',
    understood: 'Recommendation',
    headline: headlineOf(recommendation) + whereAskedFor(recommendation, about),
    recommendation,
    basis,
    said: sayAnswers(basis, requirements),
    assumptions,
    suggestions: [
      ...recommendation.moving
        .slice(0, 1)
        .map(({ from, to }) => ({ label: `Move from ${from.name} to ${to.name}`, command: moveTo(from.id, to.id) })),
      ...(first && second
        ? [{ label: `Compare ${first.name} and ${second.name}`, command: compareMeshes([first.id, second.id]) }]
        : []),
    ],
  }
}

/** The meshes by their best mode, the best first. */
export function meshesInOrder({ ranked }: Pick<Recommendation, 'ranked'>): readonly Named[] {
  const meshes = ranked.map(({ candidate }) => candidate.mesh)
  return [...new Set(meshes)].map(({ id, name }) => ({ id, name }))
}

/** Points of 100, as they are shown. */
export const showPoints = (share: number): string => (share * 100).toFixed(0)

function headlineOf(recommendation: Recommendation): string {
  const { outcome } = recommendation
  switch (outcome.kind) {
    case 'mesh':
      return `${nameOf(outcome.first.candidate)} fits best, with ${showPoints(outcome.first.score)} of 100 points${lead(recommendation, outcome.first)}.${otherModes(outcome.level)}${onlyOneLeft(recommendation)}`
    case 'tie':
      return `It is a tie between ${listed(outcome.between.map(({ candidate }) => nameOf(candidate)))}, at ${showPoints(outcome.between[0]?.score ?? 0)} of 100 points: less apart than the figures behind them.`
    case 'undecided':
      return `Nothing is known of your needs yet, so I recommend nothing. On average ${nameOf(outcome.first.candidate)} does best.`
    case 'without':
      return sayWithout(recommendation, outcome.without)
    case 'none-left':
      return `No mesh meets all of your musts. ${nearest(recommendation)}`
    default:
      return assertNever(outcome)
  }
}

/** Going without in two sentences: how it stands to the first mesh, and what speaks for it. */
function sayWithout({ ranked }: Recommendation, { instead, score, signs }: Without): string {
  const [first] = ranked
  const ahead = first ? `, ahead of ${nameOf(first.candidate)} with ${showPoints(first.score)}` : ''
  return `${instead.title}, with ${showPoints(score)} of 100 points${ahead}. ${signs.join(' ')}`
}

function lead({ ranked }: Recommendation, first: Ranked): string {
  const next = ranked.find(({ candidate }) => candidate.mesh !== first.candidate.mesh)
  return next ? `, ahead of ${nameOf(next.candidate)} with ${showPoints(next.score)}` : ''
}

/** By what everything else was ruled out, where only one was left to come first. */
function onlyOneLeft({ ranked, eliminated }: Recommendation): string {
  if (ranked.length > 1 || eliminated.length === 0) return ''
  const byFirst = new Map(eliminated.toReversed().map(({ candidate, constraint }) => [candidate.key, constraint.title]))
  return ` All others are ruled out, by ${listed([...new Set(byFirst.values())].map(inSentence))}.`
}

const otherModes = (level: readonly Ranked[]): string =>
  level.length > 0 ? ` ${listed(level.map(({ candidate }) => nameOf(candidate)))} stands level with it.` : ''

function nearest({ relaxations }: Recommendation): string {
  const [fewest] = relaxations
  if (!fewest) return 'Relax what is a must.'
  const names = listed(fewest.constraints.map(({ title }) => inSentence(title)))
  return `The nearest is ${nameOf(fewest.winner)}, if ${names} can be a wish and no must.`
}

/** How the meshes come out that were asked about by name, where none of them is first. */
function whereAskedFor({ ranked, eliminated }: Recommendation, about: readonly Named[]): string {
  const order = meshesInOrder({ ranked })
  if (about.some(({ id }) => id === order[0]?.id)) return ''
  const sentences = about.map(({ id, name }) => {
    const place = order.findIndex((mesh) => mesh.id === id) + 1
    if (place > 0) return ` ${name} comes ${ordinal(place)}.`
    const failures = eliminated.filter(({ candidate }) => candidate.mesh.id === id)
    // Modes of one mesh may be ruled out by different musts.
    const byMode = failures.map(
      ({ candidate, constraint }) => `${nameOf(candidate)} by ${inSentence(constraint.title)}`,
    )
    return byMode.length > 0 ? ` Ruled out: ${[...new Set(byMode)].join('; ')}.` : ''
  })
  return sentences.join('')
}

import { type Candidate, nameOf } from '../advisor/candidates.ts'
import { type Outcome, outcomeName } from '../advisor/outcome.ts'
import { sayMove } from '../advisor/say.ts'
import type { Flip } from '../advisor/sensitivity.ts'
import { closenessToIdeal } from '../advisor/topsis.ts'
import type { Without } from '../advisor/without.ts'
import type { RecommendAnswer } from '../answers/answer.ts'
import type { CitedSource } from '../facts/fact.ts'
import { factJson } from './fact-json.ts'

/** A recommendation as data. The first four keys are what others build on; the rest only grows. */
export function recommendationJson({ recommendation, basis, headline, said, assumptions }: RecommendAnswer) {
  const { ranked, ways, eliminated, flips, confidence, outcome, relaxations, tensions, checks, objection, moving } =
    recommendation
  const closeness = closenessToIdeal(ranked)
  return {
    ranking: [
      ...ranked.map(({ candidate, score, contributions }) => ({
        ...who(candidate),
        score,
        contributions: contributions.map(({ criterion, weight, score, points, known, facts }) => ({
          criterion: criterion.id,
          weight,
          score,
          facts: facts.map(factJson),
          title: criterion.name,
          points,
          known,
        })),
        name: nameOf(candidate),
        topsis: closeness.get(candidate.key),
      })),
      ...ways.filter(({ failing }) => failing.length === 0).map(withoutJson),
    ].sort((a, b) => b.score - a.score),
    eliminated: eliminated.map(({ candidate, constraint, meeting }) => ({
      ...who(candidate),
      requirement: constraint.id,
      facts: [factJson(meeting.fact)],
      name: nameOf(candidate),
      because: meeting.but ?? meeting.fact.statement,
    })),
    sensitivity: flips.map((flip) => ({
      change: `${outcomeName(flip.becomes)} comes first ${sayMove(basis, flip)}`,
      ...winnerOf(flip.becomes),
      set: { field: flip.field, to: flip.to },
      requirements: flip.requirements,
    })),
    moving: moving.map(({ from, to, fact, losses }) => ({
      from: from.id,
      to: to.id,
      fact: factJson(fact),
      losses: losses.map(({ id }) => id),
    })),
    confidence: confidence.value,
    confidenceLevel: confidence.level,
    confidenceReasons: confidence.reasons,
    outcome: outcomeId(outcome),
    headline,
    requirements: recommendation.requirements,
    read: recommendation.requirements,
    said,
    assumptions,
    contradictions: tensions,
    relax: relaxations.map(({ constraints, winner, requirements }) => ({
      requirements: constraints.map(({ id }) => id),
      winner: winner.mesh.id,
      ...(winner.mode ? { mode: winner.mode.id } : {}),
      becomes: requirements,
    })),
    verify: checks.map(({ title, text, sources }) => ({ title, text, sources: sources.map(cited) })),
    against: objection ? { text: objection.text, sources: objection.sources.map(cited) } : null,
    ...(outcome.kind === 'without' ? { argument: argumentOf(outcome.without) } : {}),
  }
}

/** The ids of outcomes that others build on. */
const outcomeId = (outcome: Outcome): string =>
  outcome.kind === 'without' ? wayId(outcome.without) : outcome.kind === 'none-left' ? 'none-fits' : outcome.kind

const wayId = ({ way }: Without): string => (way === 'no-mesh-yet' ? 'no-mesh' : way)

/** Going without a mesh among the ranked: a mesh of none. */
const withoutJson = (without: Without) => ({
  mesh: 'none',
  mode: wayId(without),
  score: without.score,
  contributions: without.contributions.map(({ criterion, weight, score, points }) => ({
    criterion: criterion.id,
    weight,
    score,
    facts: [],
    title: criterion.name,
    points,
    known: 1,
  })),
  name: without.instead.title,
})

const argumentOf = ({ instead, signs, met }: Without) => {
  const { title, argument, against, change, sources } = instead
  return { title, argument, against, change, signs, met, sources }
}

const who = ({ mesh, mode }: Candidate) => ({ mesh: mesh.id, ...(mode ? { mode: mode.id } : {}) })

/** What an outcome puts first: of none it is what the ranking calls it. */
function winnerOf(outcome: Flip['becomes']) {
  if (outcome.kind === 'without') return { winner: 'none', mode: wayId(outcome.without) }
  const { mesh, mode } = outcome.first.candidate
  return { winner: mesh.id, ...(mode ? { mode: mode.id } : {}) }
}

const cited = ({ title, url }: CitedSource) => ({ title, url })

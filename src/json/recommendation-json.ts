import { type Candidate, nameOf } from '../advisor/candidates.ts'
import { sayMove } from '../advisor/say.ts'
import { closenessToIdeal } from '../advisor/topsis.ts'
import type { RecommendAnswer } from '../answers/answer.ts'
import type { CitedSource } from '../facts/fact.ts'
import { factJson } from './fact-json.ts'

/** A recommendation as data. The first four keys are what others build on; the rest only grows. */
export function recommendationJson({ recommendation, basis, headline, said, assumptions }: RecommendAnswer) {
  const { ranked, eliminated, flips, confidence, outcome, relaxations, tensions, checks, objection } = recommendation
  const closeness = closenessToIdeal(ranked)
  return {
    ranking: ranked.map(({ candidate, score, contributions }) => ({
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
    eliminated: eliminated.map(({ candidate, constraint, meeting }) => ({
      ...who(candidate),
      requirement: constraint.id,
      facts: [factJson(meeting.fact)],
      name: nameOf(candidate),
      because: meeting.but ?? meeting.fact.statement,
    })),
    sensitivity: flips.map((flip) => ({
      change: `${nameOf(flip.winner)} comes first ${sayMove(basis, flip)}`,
      winner: flip.winner.mesh.id,
      ...(flip.winner.mode ? { mode: flip.winner.mode.id } : {}),
      set: { field: flip.field, to: flip.to },
      requirements: flip.requirements,
    })),
    confidence: confidence.value,
    confidenceLevel: confidence.level,
    confidenceReasons: confidence.reasons,
    outcome: outcome.kind,
    headline,
    requirements: recommendation.requirements,
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
    ...('why' in outcome ? { argument: { ...outcome.why, signs: outcome.signs, sources: outcome.why.sources } } : {}),
  }
}

const who = ({ mesh, mode }: Candidate) => ({ mesh: mesh.id, ...(mode ? { mode: mode.id } : {}) })

const cited = ({ title, url }: CitedSource) => ({ title, url })

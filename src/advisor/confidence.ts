import { sum } from './criteria.ts'
import type { Ranked } from './rank.ts'
import { countAnswers, type Requirements } from './requirements.ts'
import { clamp } from './scales.ts'
import { firstByTopsis } from './topsis.ts'
import type { Without } from './without.ts'

export interface Confidence {
  /** 0 to 1. */
  readonly value: number
  readonly level: 'low' | 'medium' | 'high'
  readonly reasons: readonly string[]
}

/** A lead, a number of answers and a share of firm facts from which on more says nothing more. */
const ample = { lead: 0.15, answers: 5 } as const
/** What each makes of the whole; docs/advisor.md says why. */
const parts = { base: 0.1, lead: 0.4, answers: 0.25, methods: 0.15, firm: 0.1 } as const
const levelsFrom = { high: 0.7, medium: 0.45 } as const
const mostWithoutAnswers = 0.2

/** How sure the first place is: by the lead, by how much was answered and is known, and by what a second method says. */
export function confidenceIn(
  requirements: Requirements,
  ranked: readonly Ranked[],
  ways: readonly Without[] = [],
): Confidence {
  const [first] = ranked
  if (!first) return { value: 0, level: 'low', reasons: ['No mesh meets all musts.'] }
  const next = ranked.find(({ candidate }) => candidate.mesh !== first.candidate.mesh)
  const going = ways.find(({ failing, signs }) => failing.length === 0 && signs.length > 0)
  const rivals = [...(next ? [next.score] : []), ...(going ? [going.strength] : [])]
  const lead = rivals.length > 0 ? Math.min(...rivals.map((score) => Math.abs(first.score - score))) : ample.lead
  const answers = countAnswers(requirements)
  const agreed = firstByTopsis(ranked)?.split('/')[0] === first.candidate.mesh.id
  const known = knownShare(next ? [first, next] : [first])
  const firm = firmShare(first)
  const value =
    known *
    (parts.base +
      parts.lead * clamp(lead / ample.lead) +
      parts.answers * clamp(answers / ample.answers) +
      parts.methods * Number(agreed) +
      parts.firm * firm)
  const capped = answers === 0 ? Math.min(value, mostWithoutAnswers) : calibrated(value)
  return {
    value: capped,
    level: capped >= levelsFrom.high ? 'high' : capped >= levelsFrom.medium ? 'medium' : 'low',
    reasons: [
      next
        ? `The lead over ${next.candidate.mesh.name} is ${percent(lead)} points of 100.`
        : 'No other mesh is left to choose from.',
      answers === 0 ? 'Nothing was answered.' : `${answers} ${answers === 1 ? 'thing was' : 'things were'} answered.`,
      agreed
        ? 'A second method (TOPSIS) puts the same mesh first.'
        : 'A second method (TOPSIS) puts another mesh first.',
      ...(known < 1 ? [`${percent(1 - known)} % of what counts is not known.`] : []),
      ...(firm < 1
        ? [`${percent(1 - firm)} % of what counts rests on facts with something unconfirmed or disputed.`]
        : []),
    ],
  }
}

/** From here on the parts above speak for the first place more often than not. */
const evens = 0.5
/** How much of what they add above that is borne out by decisions of others, and below. */
const borneOut = { above: 0.75, below: 0.8 } as const

/**
 * What the parts come to, held against decisions that teams made in public: of those with nearly all of them some eight
 * in ten chose the same, so that nothing is surer than 0.88. docs/advisor.md has the table.
 */
const calibrated = (value: number): number =>
  value < evens ? value * borneOut.below : evens + (value - evens) * borneOut.above

const percent = (share: number): string => (share * 100).toFixed(share < 0.1 ? 1 : 0)

/** The share of the weights on which facts are known, of the candidate where least is. */
const knownShare = (ranked: readonly Ranked[]): number =>
  Math.min(...ranked.map(({ contributions }) => sum(contributions.map(({ weight, known }) => weight * known))))

/** The share of the weights whose facts are confirmed and undisputed. */
function firmShare({ contributions }: Ranked): number {
  return sum(
    contributions.map(({ weight, facts }) => {
      const firm = facts.filter(
        ({ missing, unverified, disagreement }) => !missing && !unverified && !disagreement,
      ).length
      return facts.length === 0 ? weight : (weight * firm) / facts.length
    }),
  )
}

import { nameOf } from '../advisor/candidates.ts'
import { criteriaFor } from '../advisor/criteria.ts'
import { outcomeName } from '../advisor/outcome.ts'
import type { Ranked } from '../advisor/rank.ts'
import { sayMove } from '../advisor/say.ts'
import type { Answer, RecommendAnswer } from '../answers/answer.ts'
import { meshesInOrder, showPoints } from '../answers/recommend.ts'
import { showMesh } from '../commands/make.ts'
import { inBrief, inBriefHere } from '../facts/brief.ts'
import type { CitedSource } from '../facts/fact.ts'
import { firstSentence, inSentence, listed, several } from '../wording.ts'
import { ask, choiceRows } from './choices.ts'
import { clip } from './clip.ts'
import { asList, foldOf } from './fact-details.ts'
import { bold, type Choice, code, type Fold, type Laid, leadOf, type Part, type Prose } from './page.ts'
import { rankingChart, rankingOf, tenths } from './ranking.ts'

/** A recommendation: what is recommended and why, what was ruled out, what would change it, and what speaks against it. */
export function recommendationPage(answer: Answer<'recommend'>): Laid {
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      ...contradictions(answer),
      ...decided(answer),
      ...objection(answer),
      ...argument(answer),
      ...understood(answer),
      ...changes(answer),
      { kind: 'sources', sources: sourcesOf(answer) },
    ],
    folds: [
      ...foldOf('Points by criterion', rankingChart(rankingOf(answer.recommendation))),
      ...checks(answer),
      ...foldOf('What was ruled out, and what would change the outcome', [
        ...ruledOut(answer),
        ...relaxing(answer),
        ...flips(answer),
      ]),
      ...moving(answer),
      ...foldOf('What this goes by', asList(undefined, [...goesBy(answer), ...confidence(answer)])),
    ],
    details: [...contributions(answer), ...inFull(answer)],
    choices: choiceRows(answer.suggestions, aboutThis(answer)),
  }
}

function aboutThis({ recommendation, command }: Answer<'recommend'>): Choice[] {
  const [first] = meshesInOrder(recommendation)
  return [
    { kind: 'advise', act: 'adjust', label: 'Adjust answers', command },
    { kind: 'advise', act: 'export', label: 'Export', command },
    ...(first ? [ask(`All on ${first.name}`, showMesh(first.id))] : []),
  ]
}

/** Why there is no mesh to take, argued for and against like any other outcome. */
function argument({ recommendation: { outcome, ranked } }: RecommendAnswer): Part[] {
  if (outcome.kind !== 'without') return []
  const { instead, met } = outcome.without
  const [first] = ranked
  return asList('Why', [
    [instead.argument],
    ...met.map(({ title, by }): Prose => [bold(`${title} without a mesh: `), by]),
    [bold('What would change it: '), instead.change],
    ...(first && first.contributions.length > 0
      ? [[bold('If you take a mesh all the same: '), `${nameOf(first.candidate)} comes first below.`]]
      : []),
  ])
}

function goesBy({ said, assumptions, recommendation: { needs } }: RecommendAnswer): Prose[] {
  const implied = needs.flatMap(({ because }) => because ?? [])
  return [
    ...(said.length > 0 ? said : ['Nothing was answered.']).map((text): Prose => [text]),
    ...implied.map((text): Prose => [`Taken from that: ${text}`]),
    ...assumptions.map((text): Prose => [`Assumed: ${text}`]),
  ]
}

const contradictions = ({ recommendation }: RecommendAnswer): Part[] =>
  asList(
    'Answers that contradict each other',
    recommendation.tensions.map((text) => [text]),
  )

/** How many reasons are told for the first place. */
const toldReasons = 3

/** Where the first place comes from: the criteria that add most to its lead, with a fact and what made them weigh. */
function decided({ basis, recommendation }: RecommendAnswer): Part[] {
  const { ranked, outcome, requirements, needs } = recommendation
  const [first] = ranked
  const next = ranked.find(({ candidate }) => candidate.mesh !== first?.candidate.mesh)
  if (!first || outcome.kind === 'without' || outcome.kind === 'none-left') return []
  const because = new Map(criteriaFor(basis, requirements, needs).map((criterion) => [criterion.id, criterion.because]))
  const gains = first.contributions
    .map((own) => {
      const other = next?.contributions.find(({ criterion }) => criterion.id === own.criterion.id)
      return { own, points: Math.round((own.points - (other?.points ?? 0)) * 100) }
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, toldReasons)
  return asList(
    next ? `What puts it ahead of ${next.candidate.mesh.name}` : 'What speaks for it',
    gains.map(({ own: { criterion, facts, says }, points }): Prose => {
      const [fact] = facts
      const told = says
        ? inSentence(says.replace(/\.$/, ''))
        : fact && `${inSentence(fact.topic.name)} ${inBriefHere(fact)}`
      const [reason] = because.get(criterion.id) ?? []
      return [
        bold(`${plainName(criterion.name)}, ${several(points, 'point')}: `),
        [...(told ? [clip(told, longestReason)] : []), ...(reason ? [inSentence(reason.replace(/\.$/, ''))] : [])].join(
          '; ',
        ),
      ]
    }),
  )
}

/** A criterion without how strongly it was asked for: "Must: Mutual TLS" is "Mutual TLS". */
const plainName = (name: string): string => name.replace(/^(Must|Should): /, '')

/** A longer fact is told in full under Details. */
const longestReason = 70

/** How much of what was understood is told at once. */
const toldAnswers = 4

/** What was understood, so that a misunderstanding is seen at once; what is assumed beside it is folded. */
function understood({ said, assumptions }: RecommendAnswer): Part[] {
  if (said.length === 0) return []
  const left = said.length - toldAnswers
  const also = [
    ...(left > 0 ? [`${left} more`] : []),
    ...(assumptions.length > 0 ? [several(assumptions.length, 'assumption')] : []),
  ]
  const told = said.slice(0, toldAnswers).join('; ')
  return [{ kind: 'paragraph', text: [bold('Goes by: '), `${told}${also.length > 0 ? `, and ${listed(also)}` : ''}.`] }]
}

/** The likeliest change of the outcome. */
const changes = ({ basis, recommendation }: RecommendAnswer): Part[] =>
  recommendation.flips.slice(0, 1).map((flip) => ({
    kind: 'paragraph',
    text: [bold('What would change it: '), `${outcomeName(flip.becomes)} ${sayMove(basis, flip)}.`],
  }))

const ruledOut = ({ recommendation: { eliminated } }: RecommendAnswer): Part[] =>
  asList(
    'Ruled out',
    eliminated.map(({ candidate, constraint, meeting }) => [
      bold(`${nameOf(candidate)}: `),
      `${inSentence(constraint.title)} is a must. ${meeting.but ?? meeting.fact.statement}`,
    ]),
  )

const relaxing = ({ recommendation: { relaxations } }: RecommendAnswer): Part[] =>
  asList(
    'What to relax',
    relaxations.map(({ constraints, winner }) => [
      bold(`${nameOf(winner)}: `),
      `if ${listed(constraints.map(({ title }) => inSentence(title)))} ${constraints.length > 1 ? 'were' : 'was'} only wished for.`,
    ]),
  )

/** Losses that are named; the page on moving has all of them. */
const namedLosses = 4

const moving = ({ recommendation }: RecommendAnswer): Fold[] =>
  recommendation.moving.flatMap(({ from, to, fact, losses }) => {
    const more = losses.length - namedLosses
    const lost = [
      ...losses.slice(0, namedLosses).map(({ name }) => inSentence(name)),
      ...(more > 0 ? [`${more} more`] : []),
    ]
    return foldOf(
      `What moving from ${from.name} to ${to.name} costs`,
      asList(undefined, [
        ...(fact.missing ? [] : [[fact.statement]]),
        ...(lost.length > 0 ? [[bold('Less good or gone: '), `${listed(lost)}.`]] : []),
      ]),
    )
  })

const flips = ({ basis, recommendation }: RecommendAnswer): Part[] =>
  asList(
    'What would change the outcome',
    recommendation.flips.map((flip) => [bold(`${outcomeName(flip.becomes)}: `), `${sayMove(basis, flip)}.`]),
  )

function confidence({ recommendation: { confidence, outcome } }: RecommendAnswer): Prose[] {
  if (outcome.kind === 'none-left') return []
  const { level, reasons } = confidence
  return [[bold(`How sure: ${level}. `), reasons.join(' ')]]
}

/** The strongest argument in one sentence; what it rests on is under Details. */
const objection = ({ recommendation: { objection } }: RecommendAnswer): Part[] =>
  objection
    ? [{ kind: 'paragraph', text: [bold(`Against ${objection.against}: `), firstSentence(objection.text)] }]
    : []

/** What to try out first, with what to run. */
const checks = ({ basis, recommendation: { checks, ranked } }: RecommendAnswer): Fold[] =>
  foldOf(
    'Proof of concept: a checklist',
    asList(undefined, [
      ...checks.map(({ title, text }): Prose => ['☐ ', bold(`${title}: `), text]),
      ...(basis.knowledge.signposts.get(ranked[0]?.candidate.mesh.id ?? '')?.checks ?? []).map(
        ({ run, tells }): Prose => ['☐ ', code(run), `: ${tells}`],
      ),
    ]),
  )

/** Every criterion of every candidate with its facts in brief. */
const contributions = ({ recommendation: { ranked } }: RecommendAnswer): Fold[] =>
  ranked.flatMap((one) =>
    foldOf(`${nameOf(one.candidate)}: ${showPoints(one.score)} of 100`, asList(undefined, contributionLines(one))),
  )

const inFull = ({ recommendation: { objection, confidence } }: RecommendAnswer): Fold[] => [
  ...(objection
    ? [
        {
          title: 'The strongest argument against the first',
          parts: [{ kind: 'paragraph', text: [objection.text] } as const],
        },
      ]
    : []),
  ...foldOf(
    'How sure this is',
    asList(undefined, [[`${confidence.value.toFixed(2)} of 1`], ...confidence.reasons.map((text): Prose => [text])]),
  ),
]

/** The sources of what decides: the facts of the first by the weight of their criteria, then the rest. */
function sourcesOf({ recommendation: { ranked, objection, eliminated, checks } }: RecommendAnswer): CitedSource[] {
  const facts = [...(ranked[0]?.contributions ?? [])].sort((a, b) => b.weight - a.weight).flatMap((one) => one.facts)
  const all = [
    ...facts.flatMap(({ sources }) => sources.slice(0, 1)),
    ...eliminated.flatMap(({ meeting }) => meeting.fact.sources.slice(0, 1)),
    ...(objection?.sources ?? []),
    ...checks.flatMap(({ sources }) => sources.slice(0, 1)),
  ]
  return [...new Map(all.map((source) => [source.id, source])).values()]
}

const contributionLines = ({ contributions }: Ranked): Prose[] =>
  [...contributions]
    .sort((a, b) => b.points - a.points)
    .map(({ criterion, points, weight, facts }) => [
      bold(`${criterion.name}: `),
      `${tenths(points).toFixed(1)} of ${tenths(weight).toFixed(1)}. `,
      facts.map((fact) => `${fact.topic.name}: ${inBrief(fact)}`).join('; '),
    ])

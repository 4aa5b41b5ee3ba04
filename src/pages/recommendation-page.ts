import { nameOf } from '../advisor/candidates.ts'
import { outcomeName } from '../advisor/outcome.ts'
import type { Contribution, Ranked } from '../advisor/rank.ts'
import type { Recommendation } from '../advisor/recommend.ts'
import { sayMove } from '../advisor/say.ts'
import type { Answer, RecommendAnswer } from '../answers/answer.ts'
import { meshesInOrder, showPoints } from '../answers/recommend.ts'
import { showMesh } from '../commands/make.ts'
import { inBrief } from '../facts/brief.ts'
import type { CitedSource } from '../facts/fact.ts'
import { inSentence, listed } from '../wording.ts'
import { ask, choiceRows } from './choices.ts'
import { asList } from './fact-details.ts'
import { bold, type Chart, type Choice, type Laid, leadOf, type Part, type Prose, type Table } from './page.ts'

/** A recommendation: what is recommended and why, what was ruled out, what would change it, and what speaks against it. */
export function recommendationPage(answer: Answer<'recommend'>): Laid {
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      ...argument(answer),
      ...asList('What this goes by', goesBy(answer), { cap: 14 }),
      ...contradictions(answer),
      ...ranking(answer),
      ...ruledOut(answer),
      ...relaxing(answer),
      ...moving(answer),
      ...flips(answer),
      ...confidence(answer),
      ...objection(answer),
      ...checks(answer),
      { kind: 'sources', sources: sourcesOf(answer), cap: 4, rest: undefined },
    ],
    choices: choiceRows(answer.suggestions, aboutThis(answer)),
  }
}

function aboutThis({ recommendation, command }: Answer<'recommend'>): Choice[] {
  const [first] = meshesInOrder(recommendation)
  return [
    { kind: 'advise', act: 'adjust', label: 'Adjust answers', command },
    { kind: 'advise', act: 'details', label: 'Details', command },
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
    [bold('Against it: '), instead.against],
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

/** The weightiest criteria, as many as a chart and a phone can show beside the total. */
const shownCriteria = 3

/** What is ranked: a mesh in a mode, or going without. */
export interface Row {
  readonly name: string
  /** For a bar of the chart. */
  readonly label: string
  readonly score: number
  readonly contributions: readonly Pick<Contribution, 'criterion' | 'points'>[]
}

/** The meshes, and the best way to go without one unless it lacks a must: the best first. */
export function rowsOf({ ranked, ways }: Recommendation): readonly Row[] {
  const going = ways.find(({ failing }) => failing.length === 0)
  const rows = ranked.map(
    ({ candidate, score, contributions }): Row => ({
      name: nameOf(candidate),
      label: candidate.mode ? `${candidate.mesh.name} ${candidate.mode.id}` : candidate.mesh.name,
      score,
      contributions,
    }),
  )
  const without: Row[] = going
    ? [{ name: going.instead.title, label: 'No mesh', score: going.score, contributions: going.contributions }]
    : []
  return [...rows, ...without].sort((a, b) => b.score - a.score)
}

/** How much each criterion adds, as a chart and as the same figures in a table. */
function ranking({ recommendation }: RecommendAnswer): Part[] {
  const [first] = recommendation.ranked
  // Where nothing matters there is nothing to show.
  if (!first || first.contributions.length === 0) return []
  const criteria = [...first.contributions].sort((a, b) => b.weight - a.weight)
  const shown = criteria.slice(0, shownCriteria).map(({ criterion }) => criterion)
  const columns = [...shown, ...(criteria.length > shown.length ? [{ id: restId, name: 'The rest' }] : [])]
  const rows = rowsOf(recommendation)
  const value = (one: Row, id: string): number =>
    one.contributions
      .filter(({ criterion }) => isIn(criterion.id, id, shown))
      .reduce((sum, { points }) => sum + points, 0)
  const chart: Chart = {
    kind: 'chart',
    shape: 'bar',
    title: 'Points by criterion, of 100',
    xLabel: 'Mesh',
    yLabel: 'Points',
    categories: rows.map(({ label }) => label),
    series: columns.map(({ id, name }) => ({
      name,
      // A bar can't show what is taken off: the table does.
      values: rows.map((one) => Math.max(0, tenths(value(one, id)))),
    })),
  }
  const table: Table = {
    kind: 'table',
    heading: 'Ranking, in points of 100',
    header: ['Mesh', 'Total', ...columns.map(({ id, name }) => `${name} (${weightOf(criteria, id, shown)})`)],
    rows: rows.map((one) => [
      [bold(one.name)],
      [bold(tenths(one.score).toFixed(1))],
      ...columns.map(({ id }): Prose => [tenths(value(one, id)).toFixed(1)]),
    ]),
    more: undefined,
  }
  return [
    chart,
    table,
    {
      kind: 'note',
      text: ['In brackets: the most points that each can give. Details has every criterion with its facts.'],
    },
  ]
}

const restId = 'the-rest'
const isIn = (id: string, column: string, shown: readonly { id: string }[]): boolean =>
  column === restId ? !shown.some((one) => one.id === id) : id === column
const tenths = (share: number): number => Math.round(share * 1000) / 10

const weightOf = (criteria: readonly Contribution[], id: string, shown: readonly { id: string }[]): string =>
  showPoints(
    criteria.filter(({ criterion }) => isIn(criterion.id, id, shown)).reduce((sum, { weight }) => sum + weight, 0),
  )

const ruledOut = ({ recommendation: { eliminated } }: RecommendAnswer): Part[] =>
  asList(
    'Ruled out',
    eliminated.map(({ candidate, constraint, meeting }) => [
      bold(`${nameOf(candidate)}: `),
      `${inSentence(constraint.title)} is a must. ${meeting.but ?? meeting.fact.statement}`,
    ]),
    { cap: 8, more: 'Details has all.' },
  )

const relaxing = ({ recommendation: { relaxations } }: RecommendAnswer): Part[] =>
  asList(
    'What to relax',
    relaxations.map(({ constraints, winner }) => [
      bold(`${nameOf(winner)}: `),
      `if ${listed(constraints.map(({ title }) => inSentence(title)))} ${constraints.length > 1 ? 'were shoulds' : 'were a should'}.`,
    ]),
  )

/** Losses that are named; the page on moving has all of them. */
const namedLosses = 4

const moving = ({ recommendation }: RecommendAnswer): Part[] =>
  recommendation.moving.flatMap(({ from, to, fact, losses }) => {
    const more = losses.length - namedLosses
    const lost = [
      ...losses.slice(0, namedLosses).map(({ name }) => inSentence(name)),
      ...(more > 0 ? [`${more} more`] : []),
    ]
    return asList(`What moving from ${from.name} to ${to.name} costs`, [
      ...(fact.missing ? [] : [[fact.statement]]),
      ...(lost.length > 0 ? [[bold('Less good or gone: '), `${listed(lost)}.`]] : []),
    ])
  })

const flips = ({ basis, recommendation }: RecommendAnswer): Part[] =>
  asList(
    'What would change the outcome',
    recommendation.flips.map((flip) => [bold(`${outcomeName(flip.becomes)}: `), `${sayMove(basis, flip)}.`]),
  )

function confidence({ recommendation: { confidence, outcome } }: RecommendAnswer): Part[] {
  if (outcome.kind === 'none-left') return []
  const { level, value, reasons } = confidence
  return [{ kind: 'paragraph', text: [bold(`Confidence: ${level} (${value.toFixed(2)}). `), reasons.join(' ')] }]
}

const objection = ({ recommendation: { objection, ranked } }: RecommendAnswer): Part[] =>
  objection && ranked[0]
    ? [
        {
          kind: 'paragraph',
          text: [bold(`The strongest argument against ${nameOf(ranked[0].candidate)}: `), objection.text],
        },
      ]
    : []

const checks = ({ recommendation }: RecommendAnswer): Part[] =>
  asList(
    'To verify in a proof of concept',
    recommendation.checks.map(({ title, text }) => [bold(`${title}: `), text]),
    { cap: 5, more: 'Details has all.' },
  )

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

/** Every criterion of every candidate with its facts in brief: what the details show. */
export const contributionLines = ({ contributions }: Ranked): Prose[] =>
  [...contributions]
    .sort((a, b) => b.points - a.points)
    .map(({ criterion, points, weight, facts }) => [
      bold(`${criterion.name}: `),
      `${tenths(points).toFixed(1)} of ${tenths(weight).toFixed(1)}. `,
      facts.map((fact) => `${fact.topic.name}: ${inBrief(fact)}`).join('; '),
    ])

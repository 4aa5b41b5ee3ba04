import { nameOf } from '../advisor/candidates.ts'
import type { Contribution } from '../advisor/rank.ts'
import type { Recommendation } from '../advisor/recommend.ts'
import { showPoints } from '../answers/recommend.ts'
import { bold, type Chart, type Prose } from './page.ts'

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

/** Rows with how much each criterion adds to them, in points of 100: the weightiest each for itself, and the rest together. */
export interface Ranking {
  readonly rows: readonly Row[]
  readonly columns: readonly { readonly name: string; readonly weight: number; readonly points: readonly number[] }[]
}

export function rankingOf(recommendation: Recommendation): Ranking {
  const [first] = recommendation.ranked
  const criteria = [...(first?.contributions ?? [])].sort((a, b) => b.weight - a.weight)
  const shown = criteria.slice(0, shownCriteria).map(({ criterion }) => criterion)
  const columns = [...shown, ...(criteria.length > shown.length ? [{ id: restId, name: 'The rest' }] : [])]
  // Where nothing matters there is nothing to show.
  const rows = criteria.length > 0 ? rowsOf(recommendation) : []
  return {
    rows,
    columns: columns.map(({ id, name }) => {
      const isMeant = ({ criterion }: Pick<Contribution, 'criterion'>) => isIn(criterion.id, id, shown)
      return {
        name,
        weight: sum(criteria.filter(isMeant).map(({ weight }) => weight)),
        points: rows.map(({ contributions }) => tenths(sum(contributions.filter(isMeant).map(({ points }) => points)))),
      }
    }),
  }
}

/** The rows as bars, and as a table with all that a bar can't show; none where there is nothing to show. */
export function rankingChart(ranking: Ranking): Chart[] {
  const { rows, columns } = ranking
  if (rows.length === 0) return []
  return [
    {
      kind: 'chart',
      shape: 'bar',
      title: 'Points by criterion, of 100',
      xLabel: 'Mesh',
      yLabel: 'Points',
      categories: rows.map(({ label }) => label),
      series: columns.map(({ name, points }) => ({ name, values: points.map((value) => Math.max(0, value)) })),
      figures: rankingTable(ranking),
    },
  ]
}

const rankingTable = ({ rows, columns }: Ranking): Chart['figures'] => ({
  kind: 'table',
  heading: 'Points of 100, and in brackets the most that each criterion gives',
  header: ['Mesh', 'Total', ...columns.map(({ name, weight }) => `${name} (${showPoints(weight)})`)],
  rows: rows.map((one, row) => [
    [bold(one.name)],
    [bold(tenths(one.score).toFixed(1))],
    ...columns.map(({ points }): Prose => [(points[row] ?? 0).toFixed(1)]),
  ]),
})

const restId = 'the-rest'
const isIn = (id: string, column: string, shown: readonly { id: string }[]): boolean =>
  column === restId ? !shown.some((one) => one.id === id) : id === column
/** A share as points of 100, to one decimal. */
export const tenths = (share: number): number => Math.round(share * 1000) / 10

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

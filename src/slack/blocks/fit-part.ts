import { assertNever } from '../../assert-never.ts'
import { clip, clipProse } from '../../pages/clip.ts'
import { type Chart, type List, type Part, plain, type Sources, type Table } from '../../pages/page.ts'
import { lengthOf, type Room, sourceLength, sum } from './lengths.ts'
import { limits } from './limits.ts'

/** How long a single text may be; facts are well below this, so that only what is not ours is ever cut. */
const longest = { prose: 1_200, cell: 600, note: 500, title: 160, publisher: 60 } as const

/** True where a single text has to be cut; shortened lists and tables say so themselves. */
export const isShortened = (parts: readonly Part[]): boolean => parts.some(hasLongText)

function hasLongText(part: Part): boolean {
  switch (part.kind) {
    case 'list':
      return part.items.some((item) => plain(item).length > longest.prose)
    case 'table':
      return part.rows.flat().some((cell) => plain(cell).length > longest.cell)
    case 'paragraph':
      return plain(part.text).length > longest.prose
    case 'note':
      return plain(part.text).length > longest.note
    case 'chart':
    case 'picture':
      return false
    case 'sources':
      return part.sources.some(
        ({ title, publisher }) => title.length > longest.title || publisher.length > longest.publisher,
      )
    default:
      return assertNever(part)
  }
}

/** How many rows, items or sources a part has. */
export function countOf(part: Part): number {
  if (part.kind === 'list') return part.items.length
  if (part.kind === 'table') return part.rows.length
  return part.kind === 'sources' ? part.sources.length : 1
}

/** As much of a part as there is room for; undefined where nothing of it fits. */
export function fitPart(part: Part, room: Room): Part | undefined {
  switch (part.kind) {
    case 'paragraph':
      return { ...part, text: clipProse(part.text, longest.prose) }
    case 'note':
      return { ...part, text: clipProse(part.text, longest.note) }
    case 'list':
      return fitList(part, room)
    case 'table':
      return fitTable(part, room)
    case 'chart':
      return fitChart(part) ?? fitTable(part.figures, room)
    case 'picture':
      return part
    case 'sources':
      return fitSources(part, room)
    default:
      return assertNever(part)
  }
}

/** As many of these as fit. */
function take<T>(items: readonly T[], characters: number, length: (item: T) => number): T[] {
  let used = 0
  return items.filter((item) => {
    used += length(item)
    return used <= characters
  })
}

function fitList(list: List, room: Room): List | undefined {
  const items = take(
    list.items.map((item) => clipProse(item, longest.prose)),
    room.characters - limits.header,
    lengthOf,
  )
  return items.length > 0 ? { ...list, items } : undefined
}

function fitTable(table: Table, room: Room): Table | undefined {
  const cells = table.rows.map((row) => row.map((cell) => clipProse(cell, longest.cell)))
  const header = table.header.map((cell) => plain(clipProse([cell], longest.cell)))
  const characters = room.characters - header.join('').length - limits.header
  const rows = take(cells.slice(0, limits.table.rows - 1), characters, (row) => sum(row.map(lengthOf)))
  return rows.length > 0 ? { ...table, header, rows } : undefined
}

/** A chart within Slack's limits; undefined where it has nothing to draw, or where two bars would have the same name. */
function fitChart(chart: Chart): Chart | undefined {
  const { label, title, axisLabel } = limits.chart
  const categories = chart.categories.slice(0, limits.chart.points).map((name) => clip(name, label))
  const names = uniqueNames(chart.series.map(({ name }) => name))
  const series = chart.series.slice(0, limits.chart.series).map(({ values }, index) => ({
    name: names[index] ?? '',
    values: values.slice(0, categories.length),
  }))
  const unique = (names: readonly string[]) => names.every(Boolean) && new Set(names).size === names.length
  if (categories.length === 0 || series.length === 0) return undefined
  if (!unique(categories) || !unique(series.map(({ name }) => name))) return undefined
  const [xLabel, yLabel] = [clip(chart.xLabel, axisLabel), clip(chart.yLabel, axisLabel)]
  return { ...chart, title: clip(chart.title, title), xLabel, yLabel, categories, series }
}

/** Series of a chart need names of their own, also once they are cut to what fits. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const { label } = limits.chart
  const taken: string[] = []
  for (const name of names) {
    const short = clip(name, label)
    taken.push(taken.includes(short) ? `${clip(name, label - 3)} ${taken.length}` : short)
  }
  return taken
}

function fitSources(part: Sources, room: Room): Sources {
  const sources = part.sources.map((source) => ({
    ...source,
    title: clip(source.title, longest.title),
    publisher: clip(source.publisher, longest.publisher),
  }))
  return { ...part, sources: take(sources, room.characters - limits.header, sourceLength) }
}

import { assertNever } from '../../assert-never.ts'
import { clip, clipProse } from '../../pages/clip.ts'
import { type Chart, type List, type Part, plain, type Sources, type Table } from '../../pages/page.ts'
import { lengthOf, type Room, sourceLength, sum } from './lengths.ts'
import { limits } from './limits.ts'

/** How long a single text may be; facts are well below this, so that only what is not ours is ever cut. */
const longest = { prose: 1_200, cell: 600, note: 500, title: 160, publisher: 60, names: 250, how: 120 } as const

/** Kept free for what says how many are left out. */
const moreRoom = 400

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

/**
 * As much of a part as there is room for; undefined where nothing of it fits. `otherwise` says how to see what is left
 * out of a part that doesn't say so itself.
 */
export function fitPart(part: Part, room: Room, otherwise: string): Part | undefined {
  switch (part.kind) {
    case 'paragraph':
      return { ...part, text: clipProse(part.text, longest.prose) }
    case 'note':
      return { ...part, text: clipProse(part.text, longest.note) }
    case 'list':
      return fitList(part, room, part.more ?? otherwise)
    case 'table':
      return fitTable(part, room, part.more ?? otherwise)
    case 'chart':
      return fitChart(part)
    case 'picture':
      return part
    case 'sources':
      return fitSources(part, room, part.rest ? `Ask me for "${part.rest}".` : otherwise)
    default:
      return assertNever(part)
  }
}

/** As many of these as fit, and how many are left out. */
function take<T>(items: readonly T[], cap: number, characters: number, length: (item: T) => number) {
  let used = 0
  const taken = items.slice(0, cap).filter((item) => {
    used += length(item)
    return used <= characters
  })
  return { taken, rest: items.slice(taken.length) }
}

function fitList(list: List, room: Room, how: string): List | undefined {
  const items = list.items.map((item) => clipProse(item, longest.prose))
  const { taken, rest } = take(items, list.cap ?? items.length, room.characters - moreRoom, lengthOf)
  if (taken.length === 0) return undefined
  if (rest.length === 0) return { ...list, items }
  return { ...list, items: [...taken, [`${rest.length} more. ${clip(how, longest.how)}`]] }
}

function fitTable(table: Table, room: Room, how: string): Table | undefined {
  const rows = table.rows.map((row) => row.map((cell) => clipProse(cell, longest.cell)))
  const header = table.header.map((cell) => plain(clipProse([cell], longest.cell)))
  const cap = Math.min(table.cap ?? rows.length, limits.table.rows - 1)
  const overhead = header.join('').length + moreRoom
  const { taken, rest } = take(rows, cap, room.characters - overhead, (row) => sum(row.map(lengthOf)))
  if (taken.length === 0) return undefined
  const names = rest.map(([name]) => plain(name ?? []))
  return {
    ...table,
    header,
    rows: taken,
    cap: undefined,
    more: rest.length > 0 ? `${clip(leftOut(names), longest.names)}. ${clip(how, longest.how)}` : undefined,
  }
}

/** What is left out, by name where the names say something. */
const leftOut = (names: readonly string[]): string =>
  `${names.length} more${new Set(names).size === names.length ? `: ${names.join(', ')}` : ''}`

/** A chart within Slack's limits; undefined where it has nothing to draw. A chart is never the only place of a figure. */
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

function fitSources(part: Sources, room: Room, how: string): Sources | undefined {
  const sources = part.sources.map((source) => ({
    ...source,
    title: clip(source.title, longest.title),
    publisher: clip(source.publisher, longest.publisher),
  }))
  const { taken, rest } = take(sources, part.cap ?? sources.length, room.characters - moreRoom, sourceLength)
  const more = rest.length > 0 ? `${rest.length} more. ${clip(how, longest.how)}` : undefined
  return { ...part, sources: taken, cap: undefined, more }
}

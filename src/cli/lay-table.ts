import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

const gap = '  '

/** The least width at which a column of words is readable. */
const narrowest = 8

/**
 * Rows of cells as lines of at most `columns` characters, cells wrapped at words; the first row is the header.
 * Undefined where so many columns can't be read at that width. Cells may hold ANSI styles.
 */
export function layTable(rows: readonly (readonly string[])[], columns: number): string[] | undefined {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const room = columns - gap.length * (count - 1)
  if (count === 0 || room < count * narrowest) return undefined
  const widths = shareOut(naturalWidths(rows, count), room)
  const wrapped = rows.map((row) => widths.map((width, index) => wrap(row[index] ?? '', width)))
  const tall = wrapped.filter((cells) => cells.some((lines) => lines.length > 1)).length
  const airy = tall > wrapped.length / 2
  return wrapped.flatMap((cells, index) => [
    ...(airy && index > 1 ? [''] : []),
    ...rowLines(cells, widths),
    ...(index === 0 ? [widths.map((width) => '─'.repeat(width)).join(gap)] : []),
  ])
}

/** Text wrapped at words to a width; a word that is longer than a line is broken, so that nothing is lost. */
export const wrap = (text: string, width: number): string[] => wrapAnsi(text, width, { hard: true }).split('\n')

const naturalWidths = (rows: readonly (readonly string[])[], count: number): number[] =>
  Array.from({ length: count }, (_, column) => Math.max(1, ...rows.map((row) => stringWidth(row[column] ?? ''))))

/** Narrow columns keep their natural width; the wide ones share evenly what is left. */
function shareOut(natural: readonly number[], room: number): number[] {
  const narrowFirst = [...natural.entries()].sort(([, a], [, b]) => a - b)
  const widths = [...natural]
  let left = room
  for (const [place, [column, width]] of narrowFirst.entries()) {
    const share = Math.floor(left / (natural.length - place))
    widths[column] = Math.min(width, share)
    left -= Math.min(width, share)
  }
  return widths
}

function rowLines(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0))
      .join(gap)
      .trimEnd(),
  )
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))

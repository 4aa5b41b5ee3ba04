import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

const gap = '  '

/** The least width at which a column of words is readable. */
const narrowest = 8
/** The least width at which it is still readable where longer words break in it. */
const roomy = 12

/**
 * Rows of cells as lines of at most `columns` characters, cells wrapped at words; the first row is the header.
 * Words longer than a column break only where they must, and where no column is narrower than `roomy`; undefined where
 * even that is no room. Cells may hold ANSI styles.
 */
export function layTable(rows: readonly (readonly string[])[], columns: number): string[] | undefined {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const needs = needsOf(rows, count)
  const room = columns - gap.length * (count - 1)
  const widths = shareOut(needs, room) ?? shareOut(needs.map(breakable), room)
  if (!widths) return undefined
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

/** What a column needs: the width at which nothing wraps, and the least at which no word breaks. */
interface Need {
  readonly natural: number
  readonly least: number
}

const needsOf = (rows: readonly (readonly string[])[], count: number): Need[] =>
  Array.from({ length: count }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '')
    const natural = Math.max(1, ...cells.map((cell) => stringWidth(cell)))
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(' ').map((word) => stringWidth(word))))
    return { natural, least: Math.min(natural, Math.max(narrowest, longestWord)) }
  })

const breakable = ({ natural, least }: Need): Need => ({ natural, least: Math.min(least, roomy) })

/** Widths that fit the room: no column is wider than the widest level at which all fit, unless its words need it. */
function shareOut(needs: readonly Need[], room: number): number[] | undefined {
  for (let level = room; level > 0; level--) {
    const widths = needs.map(({ natural, least }) => Math.max(least, Math.min(natural, level)))
    if (widths.reduce((sum, width) => sum + width, 0) <= room) return widths
  }
  return undefined
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

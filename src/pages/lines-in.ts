import { assertNever } from '../assert-never.ts'
import { type Page, type Part, type Prose, plain } from './page.ts'

/**
 * How tall a card stands, in lines of text: 22 pixels each, of so many characters, as `npm run bench:cards` measures it at a
 * width of 1280. Only about right: a client draws as it likes.
 */
const across = { text: 72, title: 51, smallPrint: 85, tableText: 66 } as const

const chartHeight = 17.5
/** As wide as it is shown, a diagram is about as tall. */
const pictureHeight = 20
const headingHeight = 1.4
/** What stands around text, so that it isn't one with what comes before. */
export const gap = 0.6
/** Around a row of a table, with its line. */
const rowGap = 0.6
/** A fold that is closed. */
export const foldHeight = 2.2
/** A row of buttons. */
export const buttonsHeight = 1.8

const linesOfText = (text: string, width: number = across.text): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)

export const linesOfTitle = (title: string): number => linesOfText(title, across.title) * 1.4 + gap / 2

export const linesOfProse = (prose: Prose): number => linesOfText(plain(prose)) + gap

/** How many lines a heading takes, where there is one. */
export const linesOfHeading = (heading: string | undefined): number => (heading === undefined ? 0 : headingHeight)

export const linesOfItem = (item: Prose): number => linesOfText(plain(item))

/** How many lines each row of a table takes, the header as the first: columns share the width by their longest cells. */
export function linesOfRows(header: readonly string[], rows: readonly (readonly Prose[])[]): number[] {
  const cells = [header, ...rows.map((row) => row.map(plain))]
  const longest = header.map((_, column) => Math.max(1, ...cells.map((row) => row[column]?.length ?? 0)))
  const all = sum(longest)
  const widths = longest.map((length) => Math.max(8, (length / Math.max(all, 1)) * across.tableText))
  return cells.map((row) => Math.max(...row.map((cell, column) => linesOfText(cell, widths[column]))) + rowGap)
}

/** How many lines a part takes, with what stands around it: a picture none where there is none to be shown. */
export function linesOfPart(part: Part): number {
  const heading = 'heading' in part ? linesOfHeading(part.heading) : 0
  switch (part.kind) {
    case 'paragraph':
      return heading + linesOfProse(part.text)
    case 'note':
      return linesOfText(plain(part.text), across.smallPrint) + gap
    case 'list':
      return heading + sum(part.items.map(linesOfItem)) + gap
    case 'table':
      return heading + sum(linesOfRows(part.header, part.rows)) + gap
    case 'chart':
      return chartHeight + gap
    case 'sources':
      return headingHeight + part.sources.length + gap
    case 'picture':
      return part.file === undefined ? 0 : pictureHeight + gap
    default:
      return assertNever(part)
  }
}

/** How tall a page stands before anything is opened: its title, its answer, what is below that, and a row of buttons. */
export const linesOfPage = ({ understood, lead, parts, choices }: Page): number =>
  linesOfTitle(understood) +
  linesOfProse(lead) +
  sum(parts.map(linesOfPart)) +
  (choices.some((row) => row.length > 0) ? buttonsHeight : 0)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

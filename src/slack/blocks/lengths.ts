import { assertNever } from '../../assert-never.ts'
import type { CitedSource } from '../../facts/fact.ts'
import { type Chart, type Part, type Prose, plain } from '../../pages/page.ts'
import { showPublisher, vendorLegend } from '../../pages/words.ts'
import { limits } from './limits.ts'
import { linkable } from './markup.ts'

/** What a part takes of a message, and what a message has left. */
export interface Room {
  readonly characters: number
  readonly blocks: number
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The characters that prose takes as rich text, its links' addresses included. */
export const lengthOf = (prose: Prose): number =>
  sum(
    prose.map((piece) =>
      typeof piece === 'string' ? piece.length : piece.text.length + (linkable(piece.url)?.length ?? 0),
    ),
  )

/** The characters that a source takes as rich text. */
export const sourceLength = (source: CitedSource): number =>
  lengthOf([{ text: source.title, url: source.url }, showPublisher(source)]) + 3

/** The characters of a chart: each series repeats the categories. */
const chartLength = ({ title, xLabel, yLabel, categories, series }: Chart): number =>
  title.length +
  xLabel.length +
  yLabel.length +
  categories.join('').length * (series.length + 1) +
  sum(series.map(({ name }) => name.length))

/** What a part takes of a message, at most. */
export function costOf(part: Part): Room {
  const heading = 'heading' in part && part.heading ? 1 : 0
  const headingLength = heading ? limits.header : 0
  switch (part.kind) {
    case 'paragraph':
      return { blocks: 1 + heading, characters: headingLength + lengthOf(part.text) }
    case 'list':
      return { blocks: 1 + heading, characters: headingLength + sum(part.items.map(lengthOf)) }
    case 'table':
      return {
        blocks: 1 + heading,
        characters: headingLength + part.header.join('').length + sum(part.rows.flat().map(lengthOf)),
      }
    case 'note':
      return { blocks: 1, characters: plain(part.text).length }
    case 'chart':
      return { blocks: 1, characters: chartLength(part) }
    case 'picture':
      return part.file === undefined
        ? { blocks: 0, characters: 0 }
        : { blocks: 1, characters: Math.min(part.alt.length, limits.altText) + part.title.length }
    case 'sources':
      return { blocks: 1, characters: 50 + vendorLegend.length + sum(part.sources.map(sourceLength)) }
    default:
      return assertNever(part)
  }
}

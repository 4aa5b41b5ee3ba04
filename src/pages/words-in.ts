import { assertNever } from '../assert-never.ts'
import { type Part, type Prose, plain } from './page.ts'

/** How many words there are to read: signs alone are none. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

export const wordsOf = (prose: Prose): number => wordsIn(plain(prose))

/** How many words of a part are seen; of a chart those of its figures, which not everybody sees folded. */
export function wordsOfPart(part: Part): number {
  const heading = 'heading' in part ? wordsIn(part.heading ?? '') : 0
  switch (part.kind) {
    case 'paragraph':
    case 'note':
      return heading + wordsOf(part.text)
    case 'list':
      return heading + sum(part.items.map(wordsOf))
    case 'table':
      return heading + wordsIn(part.header.join(' ')) + sum(part.rows.flat().map(wordsOf))
    case 'sources':
      return sum(part.sources.map(({ title, publisher }) => wordsIn(`${title} ${publisher}`)))
    case 'chart':
      return wordsOfPart(part.figures)
    case 'picture':
      return 0
    default:
      return assertNever(part)
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

import { sentencesIn, several, showDate } from '../wording.ts'
import { clip } from './clip.ts'
import {
  bold,
  type Fold,
  type Laid,
  type List,
  type Paragraph,
  type Part,
  type Prose,
  plain,
  type Sources,
  type Table,
} from './page.ts'
import { wordsIn, wordsOf, wordsOfPart } from './words-in.ts'

/**
 * How much of an answer is seen at once. A card in a chat is read where it fits a screen of about 700 pixels; what is
 * more is folded. Words are those of the title, the answer and what stands below it, without buttons.
 */
export const screen = { words: 120, leadWords: 60, rows: 7, columns: 5, items: 6 } as const

/** A page of which no more is seen at once than fits a screen: what is beyond it is folded, and nothing is lost. */
export function oneScreen<P extends Laid>(page: P): P {
  const lead = splitLead(page.lead)
  const sources = page.parts.filter((part) => part.kind === 'sources')
  const cited = sources.flatMap(sourcesLine)
  const others = page.parts.filter((part) => part.kind !== 'sources')
  const kept = others.filter(isSmallPrint)
  let room = screen.words - wordsIn(page.understood) - wordsOf(lead.shown) - sum([...cited, ...kept].map(wordsOfPart))
  const split = others.map((part): Split => {
    if (isSmallPrint(part)) return { shown: [part], rest: [] }
    const { shown, rest } = splitPart(part, room)
    room -= sum(shown.map(wordsOfPart))
    return { shown, rest }
  })
  return {
    ...page,
    lead: lead.shown,
    parts: [...split.flatMap(({ shown }) => shown), ...cited],
    folds: [
      ...lead.rest,
      ...split.flatMap(({ rest }) => rest),
      ...(page.folds ?? []),
      ...sources.flatMap(({ sources: all, checked }): Fold[] =>
        all.length > 0
          ? [{ title: `Sources (${all.length})`, parts: [{ kind: 'sources', sources: all, checked }] }]
          : [],
      ),
    ],
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** So short a note keeps its place. */
const isSmallPrint = (part: Part): boolean => part.kind === 'note' && wordsOfPart(part) <= 15

/** The first sentences of a long answer; all of it is folded then, so that it can be read in one piece. */
function splitLead(lead: Prose): { shown: Prose; rest: Fold[] } {
  if (wordsOf(lead) <= screen.leadWords) return { shown: lead, rest: [] }
  const sentences = sentencesIn(plain(lead))
  let words = 0
  const kept = sentences.filter((sentence, index) => {
    words += wordsIn(sentence)
    return words <= screen.leadWords || index === 0
  })
  const said = kept.join(' ')
  const shown = wordsIn(said) <= screen.leadWords ? said : `${said.split(/\s+/).slice(0, screen.leadWords).join(' ')}…`
  return { shown: [bold(shown)], rest: [{ title: 'The answer in full', parts: [{ kind: 'paragraph', text: lead }] }] }
}

interface Split {
  readonly shown: readonly Part[]
  readonly rest: readonly Fold[]
}

/** How many of its own a part has seen at once. */
const atMost = ({ cap }: List | Table, most: number): number => Math.min(cap ?? most, most)

/** As much of a part as there is room for, and the rest of it under its heading. */
function splitPart(part: Part, room: number): Split {
  const whole = wordsOfPart(part)
  switch (part.kind) {
    case 'list':
      return splitRows(
        part,
        part.items,
        room,
        wordsOf,
        atMost(part, screen.items),
        (items): List => ({ ...part, items, cap: undefined }),
      )
    case 'table':
      if (part.header.length > screen.columns) return { shown: [], rest: [folded(part)] }
      return splitRows(
        part,
        part.rows,
        room - wordsIn(part.header.join(' ')),
        (row) => sum(row.map(wordsOf)),
        atMost(part, screen.rows),
        (rows): Table => ({ ...part, rows, cap: undefined }),
      )
    default:
      return whole <= Math.max(0, room) ? { shown: [part], rest: [] } : { shown: [], rest: [folded(part)] }
  }
}

function splitRows<T>(
  part: List | Table,
  rows: readonly T[],
  room: number,
  words: (row: T) => number,
  most: number,
  withRows: (rows: readonly T[]) => Part,
): Split {
  let free = room - wordsIn(part.heading ?? '')
  const fitting = rows.slice(0, most).findIndex((row) => {
    free -= words(row)
    return free < 0
  })
  const count = fitting < 0 ? Math.min(rows.length, most) : fitting
  if (count === rows.length) return { shown: [part], rest: [] }
  if (count === 0) return { shown: [], rest: [folded(part)] }
  const rest = withRows(rows.slice(count))
  const left = rows.length - count
  const title =
    part.heading === undefined ? several(left, `more ${part.called ?? 'line'}`) : `${part.heading}: ${left} more`
  return { shown: [withRows(rows.slice(0, count))], rest: [{ title, parts: [withoutHeading(rest)] }] }
}

const folded = (part: Part): Fold => ({ title: titleOf(part), parts: [withoutHeading(part)] })

function titleOf(part: Part): string {
  if ('heading' in part && part.heading !== undefined) return part.heading
  if (part.kind === 'chart') return part.title
  const [first] = part.kind === 'paragraph' || part.kind === 'note' ? part.text : []
  return typeof first === 'object' && first.style === 'bold' ? first.text.replace(/[:.\s]+$/, '') : 'More on this'
}

const withoutHeading = (part: Part): Part => ('heading' in part ? { ...part, heading: undefined } : part)

/** How many sources are named at once. */
const namedSources = 2
/** More of a title is not needed to know it again. */
const longestTitle = 45

/** "Sources: A, B and 7 more · checked 22 Nov 2026". */
function sourcesLine({ sources, checked }: Sources): Paragraph[] {
  const named = sources.slice(0, namedSources)
  const left = sources.length - named.length
  if (named.length === 0) return []
  const cited = named.flatMap(
    ({ title, url }, index): Prose => [
      ...(index === 0 ? [] : [left > 0 ? ', ' : ' and ']),
      { text: clip(title, longestTitle), url },
    ],
  )
  const text: Prose = [
    `${sources.length > 1 ? 'Sources' : 'Source'}: `,
    ...cited,
    ...(left > 0 ? [` and ${left} more`] : []),
    ...(checked ? [` · checked ${showDate(checked)}`] : []),
  ]
  return [{ kind: 'paragraph', text }]
}

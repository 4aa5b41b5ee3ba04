import { inSentence, listed, sentencesIn, several, showDate } from '../wording.ts'
import { clip } from './clip.ts'
import {
  buttonsHeight,
  foldHeight,
  gap,
  linesOfHeading,
  linesOfItem,
  linesOfPart,
  linesOfProse,
  linesOfRows,
  linesOfTitle,
} from './lines-in.ts'
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
  underTitle,
} from './page.ts'
import { wordsIn, wordsOf, wordsOfPart } from './words-in.ts'

/**
 * How much of an answer is seen at once. A card in a chat is read where it fits a screen of about 700 pixels, which are
 * 32 lines; what is more is folded. Words are those of the title, the answer and what stands below it, without buttons.
 */
export const screen = { words: 120, leadWords: 60, lines: 32, rows: 7, columns: 5, items: 6 } as const

/** What is kept free for what can be opened or pressed. */
const reserved = buttonsHeight + 2 * foldHeight

/** What there is room for. */
interface Room {
  readonly words: number
  readonly lines: number
}

const less = (room: Room, { words, lines }: Room): Room => ({ words: room.words - words, lines: room.lines - lines })
const holds = (room: Room): boolean => room.words >= 0 && room.lines >= 0
const costOf = (part: Part): Room => ({ words: wordsOfPart(part), lines: linesOfPart(part) })

/** A page of which no more is seen at once than fits a screen: what is beyond it is folded, and nothing is lost. */
export function oneScreen<P extends Laid>(page: P): P {
  const lead = splitLead(page.lead)
  const sources = page.parts.filter((part) => part.kind === 'sources')
  const cited = sources.flatMap(sourcesLine)
  const others = page.parts.filter((part) => part.kind !== 'sources')
  const whole: Room = {
    words: screen.words - wordsIn(page.understood) - wordsOf(lead.shown),
    lines: screen.lines - reserved - linesOfTitle(page.understood) - linesOfProse(lead.shown),
  }
  let room = [...cited, ...others.filter(keepsItsPlace)].map(costOf).reduce(less, whole)
  const split = others.map((part): Split => {
    if (keepsItsPlace(part)) return { shown: [part], rest: [] }
    const { shown, rest } = splitPart(part, room)
    room = shown.map(costOf).reduce(less, room)
    return { shown, rest }
  })
  return {
    ...page,
    lead: lead.shown,
    parts: [...split.flatMap(({ shown }) => shown), ...cited],
    folds: [
      ...lead.rest,
      ...together(split.flatMap(({ rest }) => rest)),
      ...(page.folds ?? []),
      ...sources.flatMap(({ sources: all, checked }): Fold[] =>
        all.length > 0
          ? [{ title: `Sources (${all.length})`, parts: [{ kind: 'sources', sources: all, checked }] }]
          : [],
      ),
    ],
  }
}

/** How many of those that are folded together are named. */
const namedFolds = 2

/** What there was no room for as one fold: many of them would fill the screen themselves. */
function together(folds: readonly Fold[]): readonly Fold[] {
  const [first, ...others] = folds
  if (!first || others.length === 0) return folds
  const titles = [first.title, ...others.map(({ title }) => inSentence(title))]
  const left = titles.length - namedFolds
  return [
    {
      title: listed([...titles.slice(0, namedFolds), ...(left > 0 ? [`${left} more`] : [])]),
      parts: folds.flatMap(({ title, parts }) => underTitle(title, parts)),
    },
  ]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** So short a note keeps its place, and a chart does, since no fold can draw it. */
const keepsItsPlace = (part: Part): boolean =>
  part.kind === 'chart' || (part.kind === 'note' && wordsOfPart(part) <= 15)

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
function splitPart(part: Part, room: Room): Split {
  switch (part.kind) {
    case 'list':
      return splitRows(
        part,
        part.items.map((item) => ({ row: item, words: wordsOf(item), lines: linesOfItem(item) })),
        room,
        atMost(part, screen.items),
        (items): List => ({ ...part, items, cap: undefined }),
      )
    case 'table': {
      if (part.header.length > screen.columns) return { shown: [], rest: [folded(part)] }
      const [headerLines = 0, ...lines] = linesOfRows(part.header, part.rows.slice(0, atMost(part, screen.rows)))
      return splitRows(
        part,
        part.rows.map((row, index) => ({ row, words: sum(row.map(wordsOf)), lines: lines[index] ?? 0 })),
        less(room, { words: wordsIn(part.header.join(' ')), lines: headerLines }),
        atMost(part, screen.rows),
        (rows): Table => ({ ...part, rows, cap: undefined }),
      )
    }
    default:
      return holds(less(room, costOf(part))) ? { shown: [part], rest: [] } : { shown: [], rest: [folded(part)] }
  }
}

function splitRows<T>(
  part: List | Table,
  rows: readonly (Room & { readonly row: T })[],
  room: Room,
  most: number,
  withRows: (rows: readonly T[]) => Part,
): Split {
  let free = less(room, { words: wordsIn(part.heading ?? ''), lines: linesOfHeading(part.heading) + gap })
  const fitting = rows.slice(0, most).findIndex((row) => {
    free = less(free, row)
    return !holds(free)
  })
  const all = rows.map(({ row }) => row)
  const count = fitting < 0 ? Math.min(all.length, most) : fitting
  if (count === all.length) return { shown: [part], rest: [] }
  if (count === 0) return { shown: [], rest: [folded(part)] }
  const rest = withRows(all.slice(count))
  const left = all.length - count
  const title =
    part.heading === undefined ? several(left, `more ${part.called ?? 'line'}`) : `${part.heading}: ${left} more`
  return { shown: [withRows(all.slice(0, count))], rest: [{ title, parts: [withoutHeading(rest)] }] }
}

const folded = (part: Part): Fold => ({ title: titleOf(part), parts: [withoutHeading(part)] })

function titleOf(part: Part): string {
  if ('heading' in part && part.heading !== undefined) return part.heading
  const [first] = part.kind === 'paragraph' || part.kind === 'note' ? part.text : []
  return typeof first === 'object' && first.style === 'bold' ? first.text.replace(/[:.\s]+$/, '') : 'More on this'
}

const withoutHeading = (part: Part): Part => ('heading' in part ? { ...part, heading: undefined } : part)

/** How many sources are named at once, where they are not longer than this together. */
const namedSources = 2
const longestSources = 60
/** More of a title is not needed to know it again. */
const longestTitle = 40

/** "Sources: A, B and 7 more · checked 22 Nov 2026". */
function sourcesLine({ sources, checked }: Sources): Paragraph[] {
  const short = sources.slice(0, namedSources).map(({ title, url }) => ({ text: clip(title, longestTitle), url }))
  const named = short.map(({ text }) => text).join('').length > longestSources ? short.slice(0, 1) : short
  const left = sources.length - named.length
  if (named.length === 0) return []
  const cited = named.flatMap((source, index): Prose => [...(index === 0 ? [] : [left > 0 ? ', ' : ' and ']), source])
  const text: Prose = [
    `${sources.length > 1 ? 'Sources' : 'Source'}: `,
    ...cited,
    ...(left > 0 ? [` and ${left} more`] : []),
    ...(checked ? [` · checked ${showDate(checked)}`] : []),
  ]
  return [{ kind: 'paragraph', text }]
}

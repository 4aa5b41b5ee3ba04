import type { Command } from '../commands/command.ts'
import type { CitedSource } from '../facts/fact.ts'

/** A piece of text with a style or a link. `url` is http or https; anything else is shown as text. */
export interface Span {
  readonly text: string
  readonly style?: 'bold' | 'code'
  readonly url?: string
}

/** Text as it is meant to be read: no markup in it has any meaning, so it needs no escaping before here. */
export type Prose = readonly (string | Span)[]

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly heading?: string | undefined
  readonly text: Prose
}

export interface List {
  readonly kind: 'list'
  readonly heading?: string | undefined
  readonly items: readonly Prose[]
  /** What one of those is called that are not seen at once, where there is no heading: "limit". */
  readonly called?: string | undefined
  /** How many are seen at once. */
  readonly cap?: number | undefined
}

export interface Table {
  readonly kind: 'table'
  readonly heading?: string | undefined
  readonly header: readonly string[]
  /** Each row has as many cells as the header; the first cell names the row. */
  readonly rows: readonly (readonly Prose[])[]
  /** What one of those is called that are not seen at once, where there is no heading: "difference". */
  readonly called?: string | undefined
  /** How many are seen at once. */
  readonly cap?: number | undefined
}

export interface Sources {
  readonly kind: 'sources'
  readonly sources: readonly CitedSource[]
  /** The day on which the facts were last held against these sources, as YYYY-MM-DD. */
  readonly checked?: string | undefined
}

/** Small print. */
interface Note {
  readonly kind: 'note'
  readonly text: Prose
}

/**
 * Figures as a chart. Where it is drawn and there is little room, its figures are folded; where it isn't, they stand in
 * its place. A `range` has two series, the low ends and the high ends.
 */
export interface Chart {
  readonly kind: 'chart'
  readonly shape: 'bar' | 'range'
  readonly title: string
  readonly xLabel: string
  /** What is measured, with its unit. */
  readonly yLabel: string
  readonly categories: readonly string[]
  /** Each has as many values as there are categories. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
  /** What it shows and what goes with that, under a heading of their own. */
  readonly figures: Table & { readonly heading: string }
}

/** A diagram. `alt` tells the same story in words. */
export interface Picture {
  readonly kind: 'picture'
  readonly title: string
  readonly alt: string
  /** The chat's id of it: undefined where it has none, or where pictures can't be shown. */
  readonly file?: string | undefined
}

export type Part = Paragraph | List | Table | Sources | Note | Chart | Picture

/** Asks the next question. `inPlace`: the answer takes the place of this one. */
export interface Ask {
  readonly kind: 'ask'
  readonly label: string
  readonly command: Command
  readonly inPlace?: boolean | undefined
}

/** Asks one of several next questions. `id` tells selects of one message apart. */
export interface Pick {
  readonly kind: 'pick'
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly label: string; readonly command: Command }[]
}

/** Says that the fact of a mesh on a topic is wrong. */
interface Correct {
  readonly kind: 'correct'
  readonly mesh: string
  readonly topic: string
}

/** Posts the answer of `command` for everybody in the channel. */
interface Share {
  readonly kind: 'share'
  readonly command: Command
}

/** Does something with the recommendation that a command gives. */
interface Advise {
  readonly kind: 'advise'
  readonly act: 'adjust' | 'export'
  readonly label: string
  readonly command: Command
}

/** Shows the whole answer of a command, given in words. */
interface Details {
  readonly kind: 'details'
  readonly command: string
}

export type Choice = Ask | Pick | Correct | Share | Advise | Details

/** A section under a title that is closed until somebody opens it. */
export interface Fold {
  readonly title: string
  readonly parts: readonly Part[]
  /** What can be done about what it holds. */
  readonly choices?: readonly Choice[]
}

/** An answer laid out for reading, on whichever surface: a chat message, plain text or a terminal. */
export interface Page {
  /** What was understood, as a title. */
  readonly understood: string
  /** The answer in one sentence. */
  readonly lead: Prose
  /** What is seen at once. */
  readonly parts: readonly Part[]
  /** What a reader may open where it stands. */
  readonly folds?: readonly Fold[]
  /** What only Details show: what few will ask for. */
  readonly details?: readonly Fold[]
  /** What to do next, in rows, the likeliest first. */
  readonly choices: readonly (readonly Choice[])[]
  /** The words of the command that gives this page again: where a surface can't show all of it, a terminal can. */
  readonly command: string
}

/** A page but for the command that gives it, which whoever knows how commands are spelled adds. */
export type Laid = Omit<Page, 'command'>

export const bold = (text: string): Span => ({ text, style: 'bold' })
export const code = (text: string): Span => ({ text, style: 'code' })

/** A page with everything in sight: for a terminal that is to print all, and for Details. */
export const unfolded = (page: Page): Page => ({
  ...page,
  parts: [...page.parts, ...behind(page).flatMap(({ title, parts }) => underTitle(title, parts))],
  choices: [
    ...page.choices,
    ...(page.folds ?? []).flatMap(({ choices = [] }) => (choices.length > 0 ? [choices] : [])),
  ],
  folds: [],
  details: [],
})

/** What a page has behind what is seen at once. */
export const behind = ({ folds = [], details = [] }: Page): readonly Fold[] => [...folds, ...details]

/** Parts under a title of their own, where the first has none that says the same. */
export function underTitle(title: string, parts: readonly Part[]): readonly Part[] {
  const [first, ...others] = parts
  if (!first || first.kind === 'sources' || first.kind === 'chart') return parts
  if ('heading' in first && first.heading !== undefined) return parts
  if (first.kind === 'paragraph' || first.kind === 'list' || first.kind === 'table') {
    return [{ ...first, heading: title }, ...others]
  }
  return [{ kind: 'paragraph', text: [bold(title)] }, ...parts]
}

/** Prose without its styles and links. */
export const plain = (prose: Prose): string =>
  prose.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')

/**
 * A headline with what comes first in it made bold: a short first sentence such as "Yes." or "10–20 MB per pod.", or
 * all of it where it is one sentence.
 */
export function leadOf(headline: string): Prose {
  const end = headline.indexOf('. ') + 1
  if (end > 0 && end <= 60) return [bold(headline.slice(0, end)), headline.slice(end)]
  return headline.length <= 180 ? [bold(headline)] : [headline]
}

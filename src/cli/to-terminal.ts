import { styleText } from 'node:util'
import { assertNever } from '../assert-never.ts'
import type { Command } from '../commands/command.ts'
import { spell } from '../commands/table.ts'
import {
  behind,
  type Chart,
  type Choice,
  type Page,
  type Part,
  type Prose,
  plain,
  type Sources,
  type Table,
  unfolded,
} from '../pages/page.ts'
import { tableAsList } from '../pages/table-as-list.ts'
import { showPublisher, vendorLegend } from '../pages/words.ts'
import { linkable } from '../slack/blocks/markup.ts'
import { inSentence, showDate } from '../wording.ts'
import { layBars } from './lay-bars.ts'
import { layTable, wrap } from './lay-table.ts'

/** What a terminal can show. */
export interface Look {
  readonly columns: number
  readonly color: boolean
  /** Whether all is to be printed, what is folded and what only Details show too. */
  readonly full?: boolean | undefined
}

type Style = 'bold' | 'dim' | 'cyan' | 'underline'

/** A page as text for a terminal: wrapped to its width, with colour only where it is wanted. */
export function toTerminal(given: Page, { columns, color, full = false }: Look): string {
  const page = full ? unfolded(given) : given
  const width = Math.max(20, Math.min(columns, 110))
  const paint = (style: Style, text: string): string =>
    color && text !== '' ? styleText(style, text, { validateStream: false }) : text
  const pen = new Pen(width, paint)
  const sections = [
    [...pen.wrapped(paint('bold', printable(page.understood))), ...pen.wrapped(pen.prose(page.lead))],
    ...page.parts.map((part) => pen.part(part)),
    pen.behind(page),
    pen.next(page),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** Draws parts at a width. */
class Pen {
  readonly #width: number
  readonly #paint: (style: Style, text: string) => string

  constructor(width: number, paint: (style: Style, text: string) => string) {
    this.#width = width
    this.#paint = paint
  }

  part(part: Part): string[] {
    const heading = 'heading' in part && part.heading ? this.#heading(part.heading) : []
    switch (part.kind) {
      case 'paragraph':
        return [...heading, ...this.wrapped(this.prose(part.text))]
      case 'note':
        return this.wrapped(this.#paint('dim', this.prose(part.text)))
      case 'list':
        return [...heading, ...part.items.flatMap((item) => [...this.#bullet(this.prose(item)), ...this.#links(item)])]
      case 'table':
        return [...heading, ...this.#table(part)]
      case 'chart':
        return this.#chart(part)
      case 'picture':
        return []
      case 'sources':
        return this.#sources(part)
      default:
        return assertNever(part)
    }
  }

  /** What there is to read on at, by its titles. */
  behind(page: Page): string[] {
    const titles = behind(page).flatMap(({ title, parts }) => (parts.length > 0 ? [inSentence(title)] : []))
    return titles.length > 0 ? this.wrapped(this.#paint('dim', printable(`With --full: ${titles.join('; ')}.`))) : []
  }

  /** The next questions, as commands to type. */
  next({ choices }: Page): string[] {
    const offers = choices.flat().flatMap(offersOf)
    if (offers.length === 0) return []
    const lines = offers.flatMap(({ label, command }) =>
      this.#bullet(`${this.#paint('cyan', printable(`mesh ${spell(command)}`))}  ${printable(label)}`),
    )
    return [...this.#heading('Next'), ...lines]
  }

  prose(prose: Prose): string {
    return prose
      .map((piece) => {
        if (typeof piece === 'string') return printable(piece)
        const text = printable(piece.text)
        return piece.style ? this.#paint(piece.style === 'code' ? 'cyan' : 'bold', text) : text
      })
      .join('')
  }

  wrapped(text: string): string[] {
    return wrap(text, this.#width)
  }

  #heading(text: string): string[] {
    return this.wrapped(this.#paint('underline', printable(text)))
  }

  #bullet(text: string): string[] {
    return wrap(text, this.#width - 2).map((line, index) => (index === 0 ? `• ${line}` : `  ${line}`))
  }

  #table(table: Table): string[] {
    const header = table.header.map((name) => this.#paint('bold', printable(name)))
    const rows = table.rows.map((row) => row.map((cell) => this.prose(cell)))
    const laid = layTable([header, ...rows], this.#width)
    return laid ?? tableAsList(table).items.flatMap((item) => this.#bullet(this.prose(item)))
  }

  #chart(chart: Chart): string[] {
    const heading = this.#paint('underline', printable(`${chart.title} (${chart.yLabel})`))
    return [heading, ...layBars(chart, this.#width), '', ...this.part(chart.figures)]
  }

  #sources({ sources, checked }: Sources): string[] {
    const title = checked ? `Sources, checked ${showDate(checked)}` : 'Sources'
    const cited = sources.flatMap((source): Prose[] => [
      [{ text: source.title, url: source.url }, ` (${showPublisher(source)})`],
    ])
    return [
      ...this.#heading(title),
      ...cited.flatMap((item) => [...this.#bullet(this.prose(item)), ...this.#links(item)]),
      ...(sources.some(({ sells }) => sells) ? this.wrapped(this.#paint('dim', vendorLegend)) : []),
    ]
  }

  /** Addresses stand on lines of their own, whole even where the line is too short: a broken one can't be opened. */
  #links(prose: Prose): string[] {
    return prose.flatMap((piece) => {
      const url = typeof piece === 'string' ? undefined : linkable(piece.url)
      return url === undefined || plain([piece]) === url ? [] : [`  ${this.#paint('dim', url)}`]
    })
  }
}

/** What a choice offers to type: of several commands the first stands for all. */
function offersOf(choice: Choice): { readonly label: string; readonly command: Command }[] {
  if (choice.kind === 'ask') return [choice]
  if (choice.kind !== 'pick') return []
  const { label, options } = choice
  return options.slice(0, 1).map(({ command }) => ({
    label: `${label}: ${options.map((option) => option.label).join(', ')}`,
    command,
  }))
}

/** Without control characters, so that no fact or question can steer the terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

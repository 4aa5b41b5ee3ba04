import { assertNever } from '../assert-never.ts'
import { showDate } from '../wording.ts'
import { behind, type Page, type Part, plain, type Sources } from './page.ts'
import { tableAsList } from './table-as-list.ts'
import { showPublisher, vendorLegend } from './words.ts'

/** What is seen of a page at once, as plain text: what was understood, the answer, and what stands below it. */
export const toText = (page: Page): string => lines(page).join('\n')

/** A section of an answer that isn't seen at once, as plain text. */
export interface Section {
  readonly title: string
  readonly text: string
}

/** What a page has behind what is seen at once, as plain text. */
export const toSections = (page: Page): Section[] =>
  behind(page).flatMap(({ title, parts }) =>
    parts.length > 0 ? [{ title, text: parts.flatMap(partLines).join('\n') }] : [],
  )

/** A page as lines of plain text. */
export const lines = ({ understood, lead, parts, choices }: Page): string[] => {
  const next = choices.flat().flatMap((choice) => (choice.kind === 'ask' ? [choice.label] : []))
  return [
    understood,
    plain(lead),
    ...parts.flatMap(partLines),
    ...(next.length > 0 ? [`You can ask next: ${next.join('; ')}.`] : []),
  ]
}

function partLines(part: Part): string[] {
  const heading = 'heading' in part && part.heading ? [`${part.heading}:`] : []
  switch (part.kind) {
    case 'paragraph':
    case 'note':
      return [...heading, plain(part.text)]
    case 'list':
      return [...heading, ...part.items.map((item) => `• ${plain(item)}`)]
    case 'table':
      return [...heading, ...tableAsList(part).items.map((item) => `• ${plain(item)}`)]
    case 'chart':
      return partLines(part.figures)
    case 'picture':
      return []
    case 'sources':
      return [sourcesLine(part)]
    default:
      return assertNever(part)
  }
}

function sourcesLine({ sources, checked }: Sources): string {
  const cited = sources.map((source) => `${source.title} (${showPublisher(source)}) ${source.url}`)
  const legend = sources.some(({ sells }) => sells) ? ` (${vendorLegend})` : ''
  return `${checked ? `Checked ${showDate(checked)}. ` : ''}Sources: ${cited.join('; ')}${legend}`
}

import { assertNever } from '../assert-never.ts'
import { showDate } from '../wording.ts'
import { type Page, type Part, plain, type Sources } from './page.ts'
import { tableAsList } from './table-as-list.ts'
import { showPublisher } from './words.ts'

/** A page as plain text, whole: what was understood, the answer, and everything behind it, line by line. */
export const toText = (page: Page): string => lines(page).join('\n')

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
      return []
    case 'picture':
      return []
    case 'sources':
      return [sourcesLine(part)]
    default:
      return assertNever(part)
  }
}

function sourcesLine({ sources, checked, cap = sources.length }: Sources): string {
  const cited = sources.slice(0, cap).map((source) => `${source.title} (${showPublisher(source)}) ${source.url}`)
  const more = sources.length > cap ? [`${sources.length - cap} more`] : []
  return `${checked ? `Checked ${showDate(checked)}. ` : ''}Sources: ${[...cited, ...more].join('; ')}`
}

import type {
  ContextBlock,
  HeaderBlock,
  ImageBlock,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
  TableBlock,
} from '@slack/types'
import { assertNever } from '../../assert-never.ts'
import { clip } from '../../pages/clip.ts'
import {
  type List,
  type Page,
  type Part,
  type Picture,
  type Prose,
  plain,
  type Sources,
  type Table,
} from '../../pages/page.ts'
import { showPublisher } from '../../pages/words.ts'
import { showDate } from '../../wording.ts'
import { actionsBlock } from './actions-block.ts'
import { chartBlock, type DataVisualizationBlock } from './chart-block.ts'
import { fitPage } from './fit.ts'
import { limits } from './limits.ts'
import { linkable } from './markup.ts'

/** A block of a card. */
export type MessageBlock = KnownBlock | DataVisualizationBlock

/** A page as Slack's blocks. Whatever the page holds, they keep within Slack's limits and can ping nobody. */
export function toBlocks(page: Page): MessageBlock[] {
  const { understood, lead, parts, choices } = fitPage(page)
  return [
    header(understood, 2),
    richText([section(lead)]),
    ...parts.flatMap(partBlocks),
    ...choices.map((row, index) => actionsBlock(row, choices.slice(0, index).flat().length)),
  ]
}

function partBlocks(part: Part): MessageBlock[] {
  const heading = 'heading' in part && part.heading ? [header(part.heading, 3)] : []
  switch (part.kind) {
    case 'paragraph':
      return [...heading, richText([section(part.text)])]
    case 'list':
      return [...heading, listBlock(part)]
    case 'table':
      return [...heading, tableBlock(part), ...(part.more ? [context(part.more)] : [])]
    case 'chart':
      return [chartBlock(part)]
    case 'picture':
      return part.file === undefined ? [] : [pictureBlock(part, part.file)]
    case 'sources':
      return [sourcesBlock(part)]
    case 'note':
      return [context(plain(part.text))]
    default:
      return assertNever(part)
  }
}

/** Slack takes a level from 1 to 4 for screen readers and size; its types don't have it yet. */
interface LevelledHeader extends HeaderBlock {
  readonly level: 1 | 2 | 3 | 4
}

function header(text: string, level: LevelledHeader['level']): KnownBlock {
  const block: LevelledHeader = {
    type: 'header',
    text: { type: 'plain_text', text: visible(clip(text, limits.header)), emoji: false },
    level,
  }
  return block
}

const richText = (elements: RichTextBlock['elements']): RichTextBlock => ({ type: 'rich_text', elements })

const section = (prose: Prose): RichTextSection => ({ type: 'rich_text_section', elements: richElements(prose) })

/** Slack refuses empty text elements and empty sections. */
function richElements(prose: Prose): RichTextElement[] {
  const elements = prose.filter((piece) => plain([piece]) !== '').map(richElement)
  return elements.length > 0 ? elements : [{ type: 'text', text: nothing }]
}

function richElement(piece: Prose[number]): RichTextElement {
  if (typeof piece === 'string') return { type: 'text', text: piece }
  const { text, style } = piece
  const url = linkable(piece.url)
  return {
    ...(url ? { type: 'link', url, text } : { type: 'text', text }),
    ...(style ? { style: { [style]: true } } : {}),
  }
}

const listBlock = ({ items }: List): RichTextBlock =>
  richText([{ type: 'rich_text_list', style: 'bullet', elements: items.map(section) }])

const tableBlock = ({ header, rows }: Table): TableBlock => ({
  type: 'table',
  column_settings: header.map(() => ({ align: 'left', is_wrapped: true })),
  rows: [header.map((name) => cell([{ text: name, style: 'bold' }])), ...rows.map((row) => row.map(cell))],
})

/** Raw text where nothing is styled, since raw text is never read as markup; a cell can't be empty. */
const cell = (prose: Prose): TableBlock['rows'][number][number] =>
  prose.every((piece) => typeof piece === 'string')
    ? { type: 'raw_text', text: visible(plain(prose)) }
    : richText([section(prose)])

const pictureBlock = ({ title, alt }: Picture, file: string): ImageBlock => ({
  type: 'image',
  slack_file: { id: file },
  alt_text: visible(clip(alt, limits.altText)),
  title: { type: 'plain_text', text: visible(clip(title, limits.altText)), emoji: false },
})

const sourcesBlock = ({ sources, checked, more }: Sources): RichTextBlock =>
  richText([
    section([{ text: checked ? `Sources, checked ${showDate(checked)}` : 'Sources', style: 'bold' }]),
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [...sources.map(citation), ...(more ? [[more]] : [])].map(section),
    },
  ])

const citation = (source: Sources['sources'][number]): Prose => [
  { text: source.title, url: source.url },
  ` (${showPublisher(source)})`,
]

/** Plain text, since a context block's other kind of text is read as markup, where a fact could ping somebody. */
const context = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: visible(text), emoji: false }],
})

const nothing = '–'

const visible = (text: string): string => (text.trim() === '' ? nothing : text)

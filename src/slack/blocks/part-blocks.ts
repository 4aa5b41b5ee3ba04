import type { ContextBlock, HeaderBlock, ImageBlock, KnownBlock, RichTextBlock } from '@slack/types'
import { assertNever } from '../../assert-never.ts'
import { clip } from '../../pages/clip.ts'
import { type List, type Part, type Picture, type Prose, plain, type Sources } from '../../pages/page.ts'
import { showDate } from '../../wording.ts'
import { chartBlock, type DataVisualizationBlock } from './chart-block.ts'
import { citation, legend } from './citation.ts'
import { limits } from './limits.ts'
import { plainText, visible } from './plain-text.ts'
import { section, tableBlock } from './table-block.ts'

/** A block of a card. */
export type MessageBlock = KnownBlock | DataVisualizationBlock

/** A part of a page as blocks. */
export function partBlocks(part: Part): MessageBlock[] {
  const heading = 'heading' in part && part.heading ? [headerBlock(part.heading, 3)] : []
  switch (part.kind) {
    case 'paragraph':
      return [...heading, proseBlock(part.text)]
    case 'list':
      return [...heading, listBlock(part)]
    case 'table':
      return [...heading, tableBlock(part)]
    case 'chart':
      return [chartBlock(part)]
    case 'picture':
      return part.file === undefined ? [] : [pictureBlock(part, part.file)]
    case 'sources':
      return [sourcesBlock(part)]
    case 'note':
      return [contextBlock(plain(part.text))]
    default:
      return assertNever(part)
  }
}

/** Slack takes a level from 1 to 4 for screen readers and size; its types don't have it yet. */
interface LevelledHeader extends HeaderBlock {
  readonly level: 1 | 2 | 3 | 4
}

export function headerBlock(text: string, level: LevelledHeader['level']): KnownBlock {
  const block: LevelledHeader = {
    type: 'header',
    text: plainText(text, limits.header),
    level,
  }
  return block
}

const richText = (elements: RichTextBlock['elements']): RichTextBlock => ({ type: 'rich_text', elements })

export const proseBlock = (prose: Prose): RichTextBlock => richText([section(prose)])

export const listBlock = ({ items }: Pick<List, 'items'>): RichTextBlock =>
  richText([{ type: 'rich_text_list', style: 'bullet', elements: items.map(section) }])

const pictureBlock = ({ title, alt }: Picture, file: string): ImageBlock => ({
  type: 'image',
  slack_file: { id: file },
  alt_text: clip(visible(alt), limits.altText),
  title: plainText(title, limits.altText),
})

const sourcesBlock = ({ sources, checked }: Sources): RichTextBlock =>
  richText([
    section([{ text: checked ? `Sources, checked ${showDate(checked)}` : 'Sources', style: 'bold' }]),
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: sources.map((source) => section(citation(source))),
    },
    ...legend(sources).map((says) => section([says])),
  ])

/** Plain text, since a context block's other kind of text is read as markup, where a fact could ping somebody. */
export const contextBlock = (text: string): ContextBlock => ({ type: 'context', elements: [plainText(text)] })

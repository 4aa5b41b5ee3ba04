import type { RichTextElement, RichTextSection, TableBlock } from '@slack/types'
import { type Prose, plain, type Table } from '../../pages/page.ts'
import { linkable } from './markup.ts'
import { nothing, visible } from './plain-text.ts'

export const section = (prose: Prose): RichTextSection => ({
  type: 'rich_text_section',
  elements: richElements(prose),
})

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

export const tableBlock = ({ header, rows }: Table): TableBlock => ({
  type: 'table',
  column_settings: header.map(() => ({ align: 'left', is_wrapped: true })),
  rows: [header.map((name) => cell([{ text: name, style: 'bold' }])), ...rows.map((row) => row.map(cell))],
})

/** Raw text where nothing is styled, since raw text is never read as markup; a cell can't be empty. */
const cell = (prose: Prose): TableBlock['rows'][number][number] =>
  prose.every((piece) => typeof piece === 'string')
    ? { type: 'raw_text', text: visible(plain(prose)) }
    : { type: 'rich_text', elements: [section(prose)] }

import type { ContainerBlock, SectionBlock } from '@slack/types'
import { assertNever } from '../../assert-never.ts'
import { type Fold, type Part, type Prose, plain } from '../../pages/page.ts'
import { tableAsList } from '../../pages/table-as-list.ts'
import { showDate } from '../../wording.ts'
import { actionsBlock } from './actions-block.ts'
import { citation, legend } from './citation.ts'
import { limits } from './limits.ts'
import { escapeMarkup, linkable } from './markup.ts'
import { contextBlock } from './part-blocks.ts'
import { nothing, plainText } from './plain-text.ts'
import { tableBlock } from './table-block.ts'

/** What we put into a container: of what Slack documents for one, what its own validator was seen to take. */
type Child = ContainerBlock['child_blocks'][number]

/**
 * A fold as a container that a reader opens where it stands; undefined where one can't hold it, or where there would be
 * nothing in it. `asTable`: whether its first table may be one, since a message takes only one.
 */
export function foldBlock({ title, parts, choices = [] }: Fold, asTable: boolean): ContainerBlock | undefined {
  const drawable = parts.map((part) => (part.kind === 'chart' ? part.figures : part))
  const table = asTable ? drawable.find((part) => part.kind === 'table') : undefined
  const children = [
    ...drawable.flatMap((part) => childrenOf(part, part === table)),
    ...(choices.length > 0 ? [actionsBlock(choices)] : []),
  ]
  if (children.length === 0 || children.length > limits.containerChildren) return undefined
  return {
    type: 'container',
    title: plainText(title, limits.header),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: children,
  }
}

function childrenOf(part: Part, isTable: boolean): Child[] {
  const heading = 'heading' in part && part.heading ? sections([[part.heading]]) : []
  switch (part.kind) {
    case 'paragraph':
      return [...heading, ...sections([part.text])]
    case 'list':
      return [...heading, ...sections(part.items.map(bulleted))]
    case 'table':
      return [...heading, ...(isTable ? [tableBlock(part)] : sections(tableAsList(part).items.map(bulleted)))]
    case 'sources':
      return sections([
        ...(part.checked ? [[`Checked ${showDate(part.checked)}`]] : []),
        ...part.sources.map((source) => bulleted(citation(source))),
        ...legend(part.sources).map((says) => [says]),
      ])
    case 'note':
      return [contextBlock(plain(part.text))]
    case 'chart':
      return childrenOf(part.figures, isTable)
    case 'picture':
      return []
    default:
      return assertNever(part)
  }
}

const bulleted = (prose: Prose): Prose => ['• ', ...prose]

/**
 * Lines as sections, as many in one as it takes. Only lines with links are read as markup, everything else as plain
 * text: a container takes no rich text.
 */
function sections(lines: readonly Prose[]): SectionBlock[] {
  const joined: { markup: boolean; text: string }[] = []
  for (const line of lines) {
    const linked = line.some((piece) => typeof piece !== 'string' && linkable(piece.url) !== undefined)
    const asMarkup = line.map(inMarkup).join('')
    const markup = linked && asMarkup.length <= limits.textObject
    for (const piece of markup ? [asMarkup] : inPieces(plain(line))) {
      const last = joined.at(-1)
      if (last && last.markup === markup && last.text.length + piece.length < limits.textObject) {
        last.text += `\n${piece}`
      } else joined.push({ markup, text: piece })
    }
  }
  return joined.map(({ markup, text }) => ({
    type: 'section',
    text: markup ? { type: 'mrkdwn', text } : plainText(text),
    expand: true,
  }))
}

/** Plain text in pieces that a section takes. */
const inPieces = (text: string): readonly string[] =>
  text.length <= limits.textObject ? [text] : (text.match(/[\s\S]{1,2900}/g) ?? [])

function inMarkup(piece: Prose[number]): string {
  if (typeof piece === 'string') return escapeMarkup(piece)
  const url = linkable(piece.url)
  const text = escapeMarkup(piece.text)
  return url === undefined
    ? text
    : `<${escapeMarkup(url)}|${text.replaceAll('|', '¦').replaceAll('\n', ' ') || nothing}>`
}

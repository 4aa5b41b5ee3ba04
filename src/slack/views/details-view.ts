import type { KnownBlock, ModalView } from '@slack/types'
import { assertNever } from '../../assert-never.ts'
import { clip, clipProse } from '../../pages/clip.ts'
import { type Page, type Part, type Prose, plain, unfolded } from '../../pages/page.ts'
import { tableAsList } from '../../pages/table-as-list.ts'
import { citation, legend } from '../blocks/citation.ts'
import { limits } from '../blocks/limits.ts'
import { contextBlock, headerBlock, listBlock, proseBlock } from '../blocks/part-blocks.ts'
import { plainText } from '../blocks/plain-text.ts'
import { surface } from '../surface.ts'

/** What a view takes of its 250 KB, so that what stands around texts has room. */
const bytes = 200_000

/** A whole answer as a modal: what is seen of it, what is folded, and what only stands here. A modal draws no charts. */
export function detailsView(page: Page): ModalView {
  const { parts, lead } = unfolded(page)
  const blocks: KnownBlock[] = [headerBlock(page.understood, 2), proseBlock(clipProse(lead, limits.textObject))]
  let room = bytes
  const isWhole = parts.flatMap(inModal).every((block) => {
    room -= JSON.stringify(block).length
    const fits = room > 0 && blocks.length < limits.modal.blocks - 1
    if (fits) blocks.push(block)
    return fits
  })
  const rest = clip(`There is more than fits here: mesh ${page.command} --full prints all.`, 300)
  return {
    type: 'modal',
    callback_id: surface.views.details,
    title: plainText('Details', limits.modal.title),
    close: plainText('Close', limits.modal.title),
    blocks: isWhole ? blocks : [...blocks, contextBlock(rest)],
  }
}

function inModal(part: Part): KnownBlock[] {
  const heading = 'heading' in part && part.heading ? [headerBlock(part.heading, 3)] : []
  switch (part.kind) {
    case 'paragraph':
      return [...heading, proseBlock(part.text)]
    case 'list':
      return [...heading, ...lists(part.items)]
    case 'table':
      return [...heading, ...lists(tableAsList(part).items)]
    case 'sources':
      return [
        headerBlock('Sources', 3),
        ...lists(part.sources.map(citation)),
        ...legend(part.sources).map((says) => proseBlock([says])),
      ]
    case 'note':
      return [contextBlock(plain(part.text))]
    case 'chart':
      return inModal(part.figures)
    case 'picture':
      return []
    default:
      return assertNever(part)
  }
}

/** How many items a list has at most, so that a long one can be cut where the room ends. */
const chunk = 20

const lists = (items: readonly Prose[]): KnownBlock[] =>
  Array.from({ length: Math.ceil(items.length / chunk) }, (_, index) =>
    listBlock({ items: items.slice(index * chunk, (index + 1) * chunk) }),
  )

import { clipProse } from '../../pages/clip.ts'
import type { Page, Part } from '../../pages/page.ts'
import { countOf, fitPart, isShortened } from './fit-part.ts'
import { costOf, lengthOf, type Room, sum } from './lengths.ts'
import { limits } from './limits.ts'
import { onlyFirstTable } from './one-table.ts'

const longestLead = 1_500

/** Kept free for what says that something was left out. */
const noticeRoom = 250

/**
 * What is seen of a page, as it fits one Slack message: long lists and tables shortened, the second table turned into a
 * list. `isWhole` says whether nothing was left out. Sources and small print keep their place before the rest.
 */
export function fitPage(page: Page, choicesRoom: number): { shown: Page; isWhole: boolean } {
  const lead = clipProse(page.lead, longestLead)
  const whole = onlyFirstTable(page.parts)
  let room: Room = {
    characters: limits.messageText - limits.header - lengthOf(lead) - noticeRoom - choicesRoom,
    blocks: limits.blocks - 5,
  }
  const fitted = new Map<Part, Part>()
  for (const part of [...whole].sort((a, b) => precedence(a) - precedence(b))) {
    const fit = fitPart(part, room)
    const cost = fit ? costOf(fit) : undefined
    if (!fit || !cost || cost.characters > room.characters || cost.blocks > room.blocks) continue
    fitted.set(part, fit)
    room = { characters: room.characters - cost.characters, blocks: room.blocks - cost.blocks }
  }
  const parts = whole.flatMap((part) => fitted.get(part) ?? [])
  const isWhole = sum(parts.map(countOf)) === sum(whole.map(countOf)) && !isShortened(page.parts) && lead === page.lead
  return { shown: { ...page, lead, parts }, isWhole }
}

const precedence = ({ kind }: Part): number => (kind === 'sources' || kind === 'note' ? 0 : 1)

/** That a message has not all of an answer, where a button can't say so. */
export const notice = (command: string): Part => ({
  kind: 'note',
  text: clipProse([`Shortened to fit a message. In a terminal, mesh ${command} --full prints all.`], noticeRoom),
})

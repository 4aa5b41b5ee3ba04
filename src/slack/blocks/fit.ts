import { clipProse } from '../../pages/clip.ts'
import type { Page, Part } from '../../pages/page.ts'
import { choicesLength, fitChoices, lost } from './fit-choices.ts'
import { fitPart, isShortened } from './fit-part.ts'
import { costOf, lengthOf, type Room } from './lengths.ts'
import { limits } from './limits.ts'
import { onlyFirstTable } from './one-table.ts'

const longestLead = 1_500

/** Kept free for what says that something was left out. */
const noticeRoom = 250
/** What choices may take at most. */
const choicesRoom = 2_500

/**
 * A page that fits one Slack message: long lists and tables shortened, the second table turned into a list. Whatever
 * is left out is counted, and the page says how to see it. Sources and small print keep their place before the rest.
 */
export function fitPage(page: Page): Page {
  const lead = clipProse(page.lead, longestLead)
  const choices = fitChoices(page.choices, choicesRoom)
  const whole = onlyFirstTable(page.parts)
  let room: Room = {
    characters: limits.messageText - limits.header - lengthOf(lead) - noticeRoom - choicesLength(choices),
    // Beside the header, the lead and the notice, one says who shared it.
    blocks: limits.blocks - 4 - choices.length,
  }
  const otherwise = inTerminal(page.command)
  const fitted = new Map<Part, Part>()
  for (const part of [...whole].sort((a, b) => precedence(a) - precedence(b))) {
    const fit = fitPart(part, room, otherwise)
    const cost = fit ? costOf(fit) : undefined
    if (!fit || !cost || cost.characters > room.characters || cost.blocks > room.blocks) continue
    fitted.set(part, fit)
    room = { characters: room.characters - cost.characters, blocks: room.blocks - cost.blocks }
  }
  const parts = whole.flatMap((part) => fitted.get(part) ?? [])
  const incomplete =
    parts.length < whole.length || isShortened(page.parts) || lead !== page.lead || lost(page.choices, choices)
  return { ...page, lead, choices, parts: incomplete ? [...parts, notice(page.command)] : parts }
}

const precedence = ({ kind }: Part): number => (kind === 'sources' || kind === 'note' ? 0 : 1)

const inTerminal = (command: string): string => `In a terminal, mesh ${command} prints all.`

const notice = (command: string): Part => ({
  kind: 'note',
  text: clipProse([`Shortened to fit a message. ${inTerminal(command)}`], noticeRoom),
})

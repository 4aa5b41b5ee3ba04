import { clip } from '../../pages/clip.ts'
import type { Page } from '../../pages/page.ts'
import { lines } from '../../pages/to-text.ts'
import { limits } from './limits.ts'
import { escapeMarkup } from './markup.ts'

/**
 * A page as the `text` of a Slack message, for notifications, screen readers and clients without blocks: escaped, since
 * Slack looks for markup in it. What is too long for it is left out from the end, and the last line says so.
 */
export function toMessageText(page: Page): string {
  const all = lines(page)
  const whole = all.map(escapeMarkup).join('\n')
  if (whole.length <= limits.fallbackText) return whole
  const closing = escapeMarkup(clip(`In a terminal, mesh ${page.command} --full prints all of it.`, 200))
  let room = limits.fallbackText - closing.length
  const kept = all.flatMap((line) => {
    const fitting = escapeMarkup(clip(line, 800))
    room -= fitting.length + 1
    return room >= 0 ? [fitting] : []
  })
  return [...kept, closing].join('\n')
}

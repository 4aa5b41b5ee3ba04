import { limits } from './limits.ts'
import { escapeMarkup } from './markup.ts'
import type { Message } from './message.ts'
import { plainText } from './plain-text.ts'

const title = 'The decision as Markdown, to copy into your records:'
const cutNote = '\n\n(Shortened to fit a message: mesh recommend --markdown prints all.)'

/** A Markdown record as a message from which it can be copied as it stands. */
export function recordMessage(record: string): Message {
  const room = limits.messageText - title.length - cutNote.length
  const shown = record.length <= room ? record : record.slice(0, room) + cutNote
  return {
    text: `${title}\n${escapeMarkup(shown).slice(0, limits.fallbackText - 100)}`,
    blocks: [
      { type: 'section', text: plainText(title) },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: shown }] }],
      },
    ],
  }
}

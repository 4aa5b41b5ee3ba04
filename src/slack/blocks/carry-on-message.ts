import type { ActionsBlock } from '@slack/types'
import { ids } from './ids.ts'
import { limits } from './limits.ts'
import type { Message } from './message.ts'

const says = 'You closed the questions before the end, so nothing was posted. The button takes your answers up again.'

/** Offers to go on with a guided decision that was closed midway. `words` are the answers so far. */
export const carryOnMessage = (words: string): Message => ({
  text: says,
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: says, emoji: false } },
    ...(words.length <= limits.button.value ? [carryOn(words)] : []),
  ],
})

const carryOn = (words: string): ActionsBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'button',
      action_id: ids.advise('adjust'),
      value: words,
      text: { type: 'plain_text', text: 'Carry on', emoji: false },
    },
  ],
})

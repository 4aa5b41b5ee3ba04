import type { ActionsBlock } from '@slack/types'
import type { Card } from '../cards/card.ts'
import { ids } from '../cards/ids.ts'
import { limits } from '../cards/limits.ts'

const says = 'You closed the questions before the end, so nothing was posted. The button takes your answers up again.'

/** Offers to go on with a guided decision that was closed midway. `words` are the answers so far. */
export const carryOnCard = (words: string): Card => ({
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

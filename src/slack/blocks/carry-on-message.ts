import type { ActionsBlock } from '@slack/types'
import type { Command } from '../../commands/command.ts'
import { spell } from '../../commands/table.ts'
import { ids } from './ids.ts'
import { limits } from './limits.ts'
import type { Message } from './message.ts'

const says = 'You closed the questions before the end, so nothing was posted. The button takes your answers up again.'

/** Offers to go on with a guided decision that was closed midway, with the answers so far. */
export const carryOnMessage = (command: Command<'recommend'>): Message => ({
  text: says,
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: says, emoji: false } },
    ...(spell(command).length <= limits.button.value ? [carryOn(spell(command))] : []),
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

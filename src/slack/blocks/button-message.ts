import type { ActionsBlock } from '@slack/types'
import { limits } from './limits.ts'
import { escapeMarkup } from './markup.ts'
import type { Message } from './message.ts'
import { plainText } from './plain-text.ts'

/** A button as a message shows it: what it says, and the action and value that come back when it is pressed. */
export interface MessageButton {
  readonly label: string
  readonly actionId: string
  readonly value: string
}

/** A sentence or two with a button below; without it where its value is longer than Slack takes. */
export const buttonMessage = (says: string, button: MessageButton): Message => ({
  text: escapeMarkup(says),
  blocks: [
    { type: 'section', text: plainText(says) },
    ...(button.value.length <= limits.button.value ? [actionsOf(button)] : []),
  ],
})

const actionsOf = ({ label, actionId, value }: MessageButton): ActionsBlock => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: actionId, value, text: plainText(label, limits.button.text) }],
})

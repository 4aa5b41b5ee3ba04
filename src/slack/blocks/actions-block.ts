import type { ActionsBlock, ActionsBlockElement, Button, StaticSelect } from '@slack/types'
import { assertNever } from '../../assert-never.ts'
import { spell } from '../../commands/table.ts'
import type { Choice, Pick } from '../../pages/page.ts'
import { ids } from './ids.ts'
import { limits } from './limits.ts'
import { plainText } from './plain-text.ts'

/** A row of choices as Slack's buttons and selects. */
export const actionsBlock = (row: readonly Choice[]): ActionsBlock => ({
  type: 'actions',
  elements: row.map(element),
})

function element(choice: Choice, index: number): ActionsBlockElement {
  switch (choice.kind) {
    case 'ask':
      return button(choice.label, choice.inPlace ? ids.change(index) : ids.ask(index), spell(choice.command))
    case 'share':
      return button(
        'Share in channel',
        ids.share,
        spell(choice.command),
        'Share in channel: everybody will see this answer',
      )
    case 'correct': {
      const { mesh, topic } = choice
      return button('Something wrong?', ids.correct, JSON.stringify({ mesh, topic }), 'Something wrong? Report it')
    }
    case 'details':
      return button('Details', ids.details, choice.command, 'Details: the whole answer')
    case 'advise':
      return button(choice.label, ids.advise(choice.act), spell(choice.command))
    case 'pick':
      return select(choice)
    default:
      return assertNever(choice)
  }
}

/** A label that had to be cut is whole for nobody, but the command behind it is. */
const button = (label: string, actionId: string, value: string, spoken?: string): Button => ({
  type: 'button',
  text: plainText(label, limits.button.text),
  action_id: actionId,
  value,
  ...(spoken ? { accessibility_label: spoken } : {}),
})

const select = ({ id, label, options }: Pick): StaticSelect => ({
  type: 'static_select',
  action_id: ids.pick(id),
  placeholder: plainText(label, limits.placeholder),
  options: options.map((option) => ({
    text: plainText(option.label, limits.option.text),
    value: spell(option.command),
  })),
})

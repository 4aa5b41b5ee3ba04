import { anyText, boolean, list, type ObjectRule, object, oneOf, plainText, type Rule, string } from './rule.ts'

const optionValue = string({ min: 1, max: 150, safeMax: 75 })

const plainOption: ObjectRule = {
  properties: { text: plainText(75), value: optionValue, description: plainText(75) },
  required: ['text', 'value'],
}

/** An option of a select menu. */
export const option: Rule = object(plainOption)

/** An option of radio buttons or checkboxes, where mrkdwn is allowed. */
export const choice: Rule = object({
  properties: { text: anyText(75), value: optionValue, description: anyText(75) },
  required: ['text', 'value'],
})

/** An option of an overflow menu, which may be a link. */
export const overflowOption: Rule = object({
  properties: { ...plainOption.properties, url: string({ max: 3000 }) },
  required: ['text', 'value'],
})

/** A labelled group of options. */
export const optionGroup: Rule = object({
  properties: { label: plainText(75), options: list(option, 1, 100) },
  required: ['label', 'options'],
})

/** A confirmation dialog. */
export const confirm: Rule = object({
  properties: {
    title: plainText(100),
    text: plainText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: oneOf('primary', 'danger'),
  },
  required: ['title', 'text', 'confirm', 'deny'],
})

/** When an input dispatches its action. */
export const dispatchActionConfig: Rule = object({
  properties: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 1) },
})

/** Which conversations a select offers. */
export const conversationFilter: Rule = object({
  properties: {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 1),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  requiredAny: ['include', 'exclude_external_shared_channels', 'exclude_bot_users'],
})

/** A picture kept by Slack. */
export const slackFile: Rule = object({
  properties: { id: string({ pattern: /^F[A-Z0-9]{8,}$/ }), url: string({ min: 1 }) },
  requiredOneOf: ['id', 'url'],
})

/** One of Slack's own icons. */
export const slackIcon: Rule = object({
  properties: { type: oneOf('icon'), name: string({ min: 1 }) },
  required: ['type', 'name'],
})

/** The workflow behind a workflow button. */
export const workflow: Rule = object({
  properties: {
    trigger: object({
      properties: { url: string({ min: 1 }), customizable_input_parameters: { is: 'list', of: { is: 'anything' } } },
      required: ['url'],
    }),
  },
  required: ['trigger'],
})

import {
  choice,
  confirm,
  conversationFilter,
  dispatchActionConfig,
  option,
  optionGroup,
  overflowOption,
  slackFile,
  workflow,
} from './composition.ts'
import {
  block,
  boolean,
  integer,
  list,
  number,
  type ObjectRule,
  object,
  oneOf,
  plainText,
  type Rule,
  string,
} from './rule.ts'

type Properties = { readonly [name: string]: Rule }

const type: Rule = string({ min: 1 })
const actionable: Properties = { type, action_id: string({ min: 1, max: 255 }) }
const confirmable: Properties = { ...actionable, confirm }
const focusable: Properties = { ...actionable, focus_on_load: boolean }
const menu: Properties = { ...confirmable, focus_on_load: boolean, placeholder: plainText(150) }
const multiMenu: Properties = { ...menu, max_selected_items: integer(1) }
const typed: Properties = { ...focusable, placeholder: plainText(150), dispatch_action_config: dispatchActionConfig }
const label = plainText(75)
const accessibilityLabel = string({ min: 1, max: 75 })
const style = oneOf('primary', 'danger')
const ids = list(string({ min: 1 }))

const staticOptions: Properties = { options: list(option, 1, 100), option_groups: list(optionGroup, 1, 100) }

function staticMenu(properties: Properties): ObjectRule {
  return { properties: { ...properties, ...staticOptions }, requiredOneOf: ['options', 'option_groups'] }
}

const feedbackButton: Rule = object({
  properties: { text: label, value: string({ min: 1, max: 2000 }), accessibility_label: accessibilityLabel },
  required: ['text', 'value'],
})

const cell = (extra: Properties, required: string[]): ObjectRule => ({
  properties: { type, text: string({ min: 1 }), ...extra },
  required: ['text', ...required],
})

/** Every element and table cell of Block Kit, by type. */
export const elements: { readonly [type: string]: ObjectRule } = {
  button: {
    properties: {
      ...confirmable,
      text: label,
      value: string({ max: 2000 }),
      url: string({ max: 3000 }),
      style,
      accessibility_label: accessibilityLabel,
    },
    required: ['text'],
  },
  checkboxes: {
    properties: { ...confirmable, ...focusable, options: list(choice, 1, 10), initial_options: list(choice, 1, 10) },
    required: ['options'],
  },
  radio_buttons: {
    properties: { ...confirmable, ...focusable, options: list(choice, 1, 10), initial_option: choice },
    required: ['options'],
  },
  overflow: { properties: { ...confirmable, options: list(overflowOption, 1, 5) }, required: ['options'] },
  datepicker: { properties: { ...menu, initial_date: string({ pattern: /^\d{4}-\d{2}-\d{2}$/ }) } },
  datetimepicker: {
    properties: { ...confirmable, ...focusable, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  },
  timepicker: {
    properties: { ...menu, initial_time: string({ pattern: /^([01]\d|2[0-3]):[0-5]\d$/ }), timezone: string() },
  },
  static_select: staticMenu({ ...menu, initial_option: option }),
  multi_static_select: staticMenu({ ...multiMenu, initial_options: list(option, 1, 100) }),
  external_select: { properties: { ...menu, initial_option: option, min_query_length: integer(0) } },
  multi_external_select: {
    properties: { ...multiMenu, initial_options: list(option, 1, 100), min_query_length: integer(0) },
  },
  users_select: { properties: { ...menu, initial_user: string({ min: 1 }) } },
  multi_users_select: { properties: { ...multiMenu, initial_users: ids } },
  conversations_select: {
    properties: {
      ...menu,
      initial_conversation: string({ min: 1 }),
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: conversationFilter,
    },
  },
  multi_conversations_select: {
    properties: {
      ...multiMenu,
      initial_conversations: ids,
      default_to_current_conversation: boolean,
      filter: conversationFilter,
    },
  },
  channels_select: { properties: { ...menu, initial_channel: string({ min: 1 }), response_url_enabled: boolean } },
  multi_channels_select: { properties: { ...multiMenu, initial_channels: ids } },
  plain_text_input: {
    properties: {
      ...typed,
      initial_value: string({ max: 3000 }),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
  },
  rich_text_input: {
    properties: { ...typed, initial_value: block('rich_text'), min_lines: integer(1, 100), max_lines: integer(1, 100) },
  },
  email_text_input: { properties: { ...typed, initial_value: string() } },
  url_text_input: { properties: { ...typed, initial_value: string() } },
  number_input: {
    properties: {
      ...typed,
      is_decimal_allowed: boolean,
      initial_value: string(),
      min_value: string(),
      max_value: string(),
    },
    required: ['is_decimal_allowed'],
  },
  file_input: { properties: { ...actionable, filetypes: list(string({ min: 1 })), max_files: integer(1, 10) } },
  feedback_buttons: {
    properties: { ...actionable, positive_button: feedbackButton, negative_button: feedbackButton },
    required: ['positive_button', 'negative_button'],
  },
  icon_button: {
    properties: {
      ...confirmable,
      icon: oneOf('trash'),
      text: label,
      value: string({ max: 2000 }),
      accessibility_label: accessibilityLabel,
      visible_to_user_ids: list(string({ min: 1 }), 1, 10),
    },
    required: ['icon', 'text'],
  },
  image: {
    properties: {
      type,
      alt_text: string({ min: 1, max: 2000 }),
      image_url: string({ min: 1, max: 3000 }),
      slack_file: slackFile,
    },
    required: ['alt_text'],
    requiredOneOf: ['image_url', 'slack_file'],
  },
  workflow_button: {
    properties: { ...actionable, text: label, workflow, style, accessibility_label: accessibilityLabel },
    required: ['text', 'workflow'],
  },
  url: { properties: { type, url: string({ min: 1 }), text: string({ min: 1 }) }, required: ['url', 'text'] },
  raw_text: cell({}, []),
  raw_number: cell({ value: number() }, ['value']),
}

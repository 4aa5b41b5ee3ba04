import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from './json.ts'
import type { StateValues } from './protocol.ts'

/** An element that acts, with the block it stands in. */
export interface PlacedElement {
  blockId: string
  actionId: string
  element: JsonObject
  /** The input block around it, if any. */
  input?: JsonObject
}

// What an element's value is called in state.values and in actions, and what it starts with.
const valueKeys: { readonly [type: string]: { key: string; initial?: string; none: unknown } } = {
  static_select: { key: 'selected_option', initial: 'initial_option', none: null },
  external_select: { key: 'selected_option', initial: 'initial_option', none: null },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', none: null },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', none: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', none: [] },
  checkboxes: { key: 'selected_options', initial: 'initial_options', none: [] },
  users_select: { key: 'selected_user', initial: 'initial_user', none: null },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', none: [] },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', none: null },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', none: [] },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', none: null },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', none: [] },
  datepicker: { key: 'selected_date', initial: 'initial_date', none: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', none: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', none: null },
  plain_text_input: { key: 'value', initial: 'initial_value', none: null },
  email_text_input: { key: 'value', initial: 'initial_value', none: null },
  url_text_input: { key: 'value', initial: 'initial_value', none: null },
  number_input: { key: 'value', initial: 'initial_value', none: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', none: null },
  file_input: { key: 'files', none: [] },
}

/** The name under which an element's value travels, or undefined for one that only acts. */
export function valueKeyOf(element: JsonObject): string | undefined {
  return valueKeys[stringAt(element, 'type') ?? '']?.key
}

/** The value with which an element starts, as it stands in state.values. */
export function initialStateOf(element: JsonObject): JsonObject | undefined {
  const type = stringAt(element, 'type') ?? ''
  const known = valueKeys[type]
  if (known === undefined) return undefined
  const initial = known.initial === undefined ? undefined : element[known.initial]
  return { type, [known.key]: initial ?? known.none }
}

/** Every element of some blocks that acts or holds a value. */
export function placedElements(blocks: readonly JsonObject[]): PlacedElement[] {
  return blocks.flatMap((block) => {
    const blockId = stringAt(block, 'block_id') ?? ''
    const accessory = objectAt(block, 'accessory')
    const inputElement = objectAt(block, 'element')
    const here = [
      ...(accessory ? [accessory] : []),
      ...(block.type === 'actions' || block.type === 'context_actions' ? objectsAt(block, 'elements') : []),
      ...(block.type === 'card' ? objectsAt(block, 'actions') : []),
    ].map((element) => ({ blockId, actionId: stringAt(element, 'action_id') ?? '', element }))
    const inputs =
      block.type === 'input' && inputElement
        ? [{ blockId, actionId: stringAt(inputElement, 'action_id') ?? '', element: inputElement, input: block }]
        : []
    const nested = [
      ...objectsAt(block, 'child_blocks'),
      ...(block.type === 'carousel' ? objectsAt(block, 'elements') : []),
    ]
    return [...here, ...inputs, ...placedElements(nested)].filter(({ actionId }) => actionId !== '')
  })
}

/** The state of some blocks: what was entered, and what each other element starts with. */
export function stateOf(blocks: readonly JsonObject[], entered: StateValues): StateValues {
  const values: StateValues = {}
  for (const { blockId, actionId, element } of placedElements(blocks)) {
    const state = entered[blockId]?.[actionId] ?? initialStateOf(element)
    if (state !== undefined) values[blockId] = { ...values[blockId], [actionId]: state }
  }
  return values
}

/** All options that an element offers, whether grouped or not. */
export function optionsOf(element: JsonObject): JsonObject[] {
  const grouped = objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options'))
  return [...objectsAt(element, 'options'), ...grouped]
}

/** Whether a state holds nothing that was chosen or entered. */
export function isEmptyState(element: JsonObject, state: JsonObject | undefined): boolean {
  const key = valueKeyOf(element)
  const value = key === undefined ? undefined : state?.[key]
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && value.type === 'rich_text' && objectsAt(value, 'elements').length === 0
}

import { optionsOf, placedElements } from './element-state.ts'
import { type JsonObject, objectAt, stringAt, textAt } from './json.ts'

/** Something that is pressed, and what it then carries. */
export interface Pressable {
  blockId: string
  actionId: string
  value: JsonObject
}

/** Finds what reads so on its face: a button, a feedback button, or an option of an overflow menu. */
export function findPressable(blocks: readonly JsonObject[], label: string): Pressable | undefined {
  for (const { blockId, actionId, element } of placedElements(blocks)) {
    const value = pressedValue(element, label)
    if (value !== undefined) return { blockId, actionId, value }
  }
  return undefined
}

/** Finds the option of an element by its text or its value. */
export function findOption(element: JsonObject, wanted: string): JsonObject | undefined {
  return optionsOf(element).find((option) => textAt(option, 'text') === wanted || option.value === wanted)
}

function pressedValue(element: JsonObject, label: string): JsonObject | undefined {
  const type = stringAt(element, 'type')
  if (type === 'button' || type === 'icon_button' || type === 'workflow_button') {
    const names = [textAt(element, 'text'), stringAt(element, 'accessibility_label'), stringAt(element, 'action_id')]
    return names.includes(label) ? {} : undefined
  }
  if (type === 'overflow') {
    const option = findOption(element, label)
    return option && { selected_option: option }
  }
  if (type === 'feedback_buttons') {
    const sides = [objectAt(element, 'positive_button'), objectAt(element, 'negative_button')]
    const pressed = sides.find((side) => side && textAt(side, 'text') === label)
    return pressed && { value: pressed.value }
  }
  return undefined
}

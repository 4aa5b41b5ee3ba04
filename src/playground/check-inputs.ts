import { isEmptyState, placedElements } from './element-state.ts'
import { type JsonObject, stringAt } from './json.ts'
import type { StateValues } from './protocol.ts'

/** What Slack itself finds wrong with a modal's inputs, by block_id, before the app hears of the submission. */
export function checkInputs(blocks: readonly JsonObject[], state: StateValues): { [blockId: string]: string } {
  const errors: { [blockId: string]: string } = {}
  for (const { blockId, actionId, element, input } of placedElements(blocks)) {
    if (input === undefined) continue
    const entered = state[blockId]?.[actionId]
    if (isEmptyState(element, entered)) {
      if (input.optional !== true) errors[blockId] = 'Please complete this required field.'
      continue
    }
    const problem = checkValue(element, stringAt(entered ?? {}, 'value') ?? '')
    if (problem !== undefined) errors[blockId] = problem
  }
  return errors
}

function checkValue(element: JsonObject, value: string): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return checkLength(element, value)
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(value) ? undefined : 'Please enter a valid URL.'
    case 'number_input':
      return checkNumber(element, value)
    default:
      return undefined
  }
}

function checkLength(element: JsonObject, value: string): string | undefined {
  const { min_length: min, max_length: max } = element
  if (typeof min === 'number' && value.length < min) return `Please enter at least ${min} characters.`
  if (typeof max === 'number' && value.length > max) return `Please enter at most ${max} characters.`
  return undefined
}

function checkNumber(element: JsonObject, value: string): string | undefined {
  const entered = Number(value)
  const min = stringAt(element, 'min_value')
  const max = stringAt(element, 'max_value')
  if (!Number.isFinite(entered)) return 'Please enter a number.'
  if (element.is_decimal_allowed !== true && !Number.isInteger(entered)) return 'Please enter a whole number.'
  if (min !== undefined && entered < Number(min)) return `Please enter ${min} or more.`
  if (max !== undefined && entered > Number(max)) return `Please enter ${max} or less.`
  return undefined
}

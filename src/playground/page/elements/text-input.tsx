import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react'
import { isObject, type JsonObject, objectAt, objectsAt, stringAt, textAt } from '../../json.ts'
import { useSurface } from '../surface.tsx'
import type { ElementProps } from './element-props.ts'
import { useValue } from './use-value.ts'

const inputTypes: { readonly [type: string]: string } = { email_text_input: 'email', url_text_input: 'url' }

/** Every input into which text is typed. */
export function TextInput(props: ElementProps): ReactElement {
  const { blockId, element, input } = props
  const { value, enter } = useValue(props)
  const { act } = useSurface()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const type = stringAt(element, 'type') ?? ''
  const rich = type === 'rich_text_input'
  const triggers = objectAt(element, 'dispatch_action_config')?.trigger_actions_on
  const dispatchesOn = (trigger: string) =>
    input?.dispatches === true &&
    (Array.isArray(triggers) ? triggers.includes(trigger) : trigger === 'on_enter_pressed')
  const toValue = (text: string) => (rich ? richText(text) : text === '' ? null : text)
  const tell = (text: string) => act(blockId, element, { type, [rich ? 'rich_text_value' : 'value']: toValue(text) })

  useEffect(() => {
    if (element.focus_on_load === true) field.current?.focus()
  }, [element.focus_on_load])

  const shared = {
    ref: field,
    className: 'field',
    value: rich ? plainText(value) : typeof value === 'string' ? value : '',
    placeholder: textAt(element, 'placeholder'),
    'aria-label': input ? undefined : (textAt(element, 'placeholder') ?? 'Text'),
    'aria-labelledby': input?.labelId,
    'aria-describedby': input?.describedBy,
    'aria-invalid': input?.invalid,
    onChange: ({ target }: { target: { value: string } }) => {
      enter(toValue(target.value))
      if (dispatchesOn('on_character_entered')) tell(target.value)
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.key !== 'Enter' || !dispatchesOn('on_enter_pressed')) return
      event.preventDefault()
      tell(event.currentTarget.value)
    },
  }
  if (rich || element.multiline === true) return <textarea {...shared} rows={rich ? 3 : 5} />
  return (
    <input
      {...shared}
      type={inputTypes[type] ?? 'text'}
      inputMode={type === 'number_input' ? (element.is_decimal_allowed === true ? 'decimal' : 'numeric') : undefined}
    />
  )
}

function richText(text: string): JsonObject | null {
  if (text === '') return null
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  }
}

function plainText(value: unknown): string {
  if (!isObject(value)) return ''
  return objectsAt(value, 'elements')
    .flatMap((section) => objectsAt(section, 'elements'))
    .map((part) => stringAt(part, 'text') ?? '')
    .join('')
}

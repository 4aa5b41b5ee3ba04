import type { ReactElement } from 'react'
import { isObject, type JsonObject, objectsAt, stringAt, textAt } from '../../json.ts'
import { nameOf, type PlaygroundContext, usePlayground } from '../context.ts'
import { useSurface } from '../surface.tsx'
import type { ElementProps } from './element-props.ts'
import { Picker } from './picker.tsx'
import type { PickerOption } from './picker-props.ts'
import { useValue } from './use-value.ts'

/** Every select menu, single and multiple, whatever it offers. */
export function Select(props: ElementProps): ReactElement {
  const { blockId, element, input } = props
  const playground = usePlayground()
  const { suggest } = useSurface()
  const { value, change, isBusy } = useValue(props)
  const type = stringAt(element, 'type') ?? ''
  const multiple = type.startsWith('multi_')
  const external = type.endsWith('external_select')
  const byObject = external || type.endsWith('static_select')
  const values = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
  const offered = external ? [] : optionsOf(element, type, playground)
  const selected = values.map((one) => toOption(one, offered))
  const pick = (options: readonly PickerOption[]) => {
    const picked = options.map((option) => (byObject ? option.source : option.key))
    change(multiple ? picked : (picked[0] ?? null))
  }
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3
  return (
    <Picker
      label={input ? undefined : (textAt(element, 'placeholder') ?? 'Choose')}
      labelId={input?.labelId}
      describedBy={input?.describedBy}
      invalid={input?.invalid === true}
      placeholder={textAt(element, 'placeholder') ?? (multiple ? 'Select options' : 'Select an option')}
      options={offered}
      selected={selected}
      multiple={multiple}
      most={typeof element.max_selected_items === 'number' ? element.max_selected_items : undefined}
      busy={isBusy}
      leastQuery={external ? least : 0}
      onPick={pick}
      {...(external
        ? { search: async (query: string) => (await suggest(blockId, element, query)).map((one) => fromOption(one)) }
        : {})}
    />
  )
}

function optionsOf(element: JsonObject, type: string, { snapshot, me }: PlaygroundContext): PickerOption[] {
  if (type.endsWith('users_select')) {
    return snapshot.members
      .filter((member) => member.kind !== 'slackbot')
      .map((member) => ({ key: member.id, text: member.realName, detail: member.title, source: {} }))
  }
  if (type.endsWith('channels_select') || type.endsWith('conversations_select')) {
    const all = type.endsWith('conversations_select')
    return snapshot.conversations
      .filter((conversation) => all || conversation.kind === 'channel')
      .map((conversation) => {
        const name = nameOf(snapshot, conversation, me.id)
        return { key: conversation.id, text: conversation.kind === 'channel' ? `#${name}` : name, source: {} }
      })
  }
  const plain = objectsAt(element, 'options').map((option) => fromOption(option))
  const grouped = objectsAt(element, 'option_groups').flatMap((group) =>
    objectsAt(group, 'options').map((option) => fromOption(option, textAt(group, 'label'))),
  )
  return [...plain, ...grouped]
}

function fromOption(option: JsonObject, group?: string): PickerOption {
  const detail = textAt(option, 'description')
  return {
    key: stringAt(option, 'value') ?? '',
    text: textAt(option, 'text') ?? '',
    source: option,
    ...(detail === undefined ? {} : { detail }),
    ...(group === undefined ? {} : { group }),
  }
}

function toOption(value: unknown, offered: readonly PickerOption[]): PickerOption {
  const key = isObject(value) ? stringAt(value, 'value') : String(value)
  const known = offered.find((option) => option.key === key)
  return known ?? (isObject(value) ? fromOption(value) : { key: key ?? '', text: key ?? '', source: {} })
}

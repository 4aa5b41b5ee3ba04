import type { JsonObject } from '../../json.ts'

/** Something that can be picked. */
export interface PickerOption {
  key: string
  text: string
  detail?: string
  group?: string
  source: JsonObject
}

/** What a picker is given. */
export interface PickerProps {
  label: string | undefined
  labelId: string | undefined
  describedBy: string | undefined
  invalid: boolean
  placeholder: string
  options: readonly PickerOption[]
  selected: readonly PickerOption[]
  multiple: boolean
  /** How many may be picked. */
  most: number | undefined
  busy: boolean
  /** How much must be typed before anything is searched for. */
  leastQuery: number
  search?: (query: string) => Promise<PickerOption[]>
  onPick: (options: readonly PickerOption[]) => void
}

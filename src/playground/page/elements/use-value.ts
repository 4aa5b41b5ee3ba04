import { valueKeyOf } from '../../element-state.ts'
import { stringAt } from '../../json.ts'
import { useSurface } from '../surface.tsx'
import type { ElementProps } from './element-props.ts'

/** An element's value, and how to change it: outside of input blocks the app hears of each change. */
export function useValue(props: ElementProps): {
  value: unknown
  isBusy: boolean
  change(value: unknown): void
  /** Enters without telling the app. */
  enter(value: unknown): void
} {
  const { blockId, element, input } = props
  const surface = useSurface()
  const key = valueKeyOf(element) ?? 'value'
  const stateWith = (value: unknown) => ({ type: stringAt(element, 'type') ?? '', [key]: value })
  const enter = (value: unknown) => surface.enter(blockId, element, stateWith(value))
  return {
    value: surface.stateOf(blockId, element)[key],
    isBusy: surface.isBusy(blockId, stringAt(element, 'action_id') ?? ''),
    enter,
    change: (value) => {
      enter(value)
      if (input === undefined || input.dispatches) surface.act(blockId, element, stateWith(value))
    },
  }
}

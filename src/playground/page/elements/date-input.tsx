import type { ReactElement } from 'react'
import { stringAt, textAt } from '../../json.ts'
import type { ElementProps } from './element-props.ts'
import { useValue } from './use-value.ts'

const kinds = {
  datepicker: { type: 'date', label: 'Pick a date' },
  timepicker: { type: 'time', label: 'Pick a time' },
  datetimepicker: { type: 'datetime-local', label: 'Pick a date and time' },
} as const

/** A date, a time, or both, by the browser's own picker. */
export function DateInput(props: ElementProps): ReactElement {
  const { element, input } = props
  const { value, change } = useValue(props)
  const found = stringAt(element, 'type')
  const kind = kinds[found === 'timepicker' || found === 'datetimepicker' ? found : 'datepicker']
  const shown = typeof value === 'number' ? localDateTime(value) : typeof value === 'string' ? value : ''
  return (
    <input
      className="field date"
      type={kind.type}
      value={shown}
      aria-label={input ? undefined : (textAt(element, 'placeholder') ?? kind.label)}
      aria-labelledby={input?.labelId}
      aria-describedby={input?.describedBy}
      aria-invalid={input?.invalid}
      onChange={({ target }) => {
        if (target.value === '') return
        change(kind.type === 'datetime-local' ? Math.floor(Date.parse(target.value) / 1000) : target.value)
      }}
    />
  )
}

function localDateTime(seconds: number): string {
  const date = new Date(seconds * 1000)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

import { type ReactElement, useState } from 'react'
import { objectAt, stringAt, textAt } from '../../json.ts'
import { Icon } from '../icons.tsx'
import { useSurface } from '../surface.tsx'
import type { ElementProps } from './element-props.ts'

/** A button; one with a url opens it and still tells the app. */
export function Button({ blockId, element }: ElementProps): ReactElement {
  const { act, isBusy } = useSurface()
  const busy = isBusy(blockId, stringAt(element, 'action_id') ?? '')
  const url = stringAt(element, 'url')
  return (
    <button
      type="button"
      className={`button ${stringAt(element, 'style') ?? ''}`}
      aria-label={stringAt(element, 'accessibility_label')}
      aria-busy={busy}
      onClick={() => {
        if (busy) return
        if (url !== undefined && /^https?:/.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
        act(blockId, element, {})
      }}
    >
      {textAt(element, 'text')}
      {busy && <span className="spinner" />}
    </button>
  )
}

/** A button that shows an icon only. */
export function IconButton({ blockId, element }: ElementProps): ReactElement {
  const { act } = useSurface()
  const label = stringAt(element, 'accessibility_label') ?? textAt(element, 'text') ?? ''
  return (
    <button
      type="button"
      className="icon-button bordered"
      aria-label={label}
      title={label}
      onClick={() => act(blockId, element, {})}
    >
      <Icon name="trash" size={16} />
    </button>
  )
}

/** Thumbs up and down; the one that was pressed stays so. */
export function FeedbackButtons({ blockId, element }: ElementProps): ReactElement {
  const { act } = useSurface()
  const [pressed, setPressed] = useState<unknown>()
  const sides = [
    { icon: 'thumbUp', button: objectAt(element, 'positive_button') ?? {} },
    { icon: 'thumbDown', button: objectAt(element, 'negative_button') ?? {} },
  ] as const
  return (
    <span className="feedback">
      {sides.map(({ icon, button }) => {
        const label = stringAt(button, 'accessibility_label') ?? textAt(button, 'text') ?? ''
        return (
          <button
            key={icon}
            type="button"
            className="icon-button bordered"
            aria-label={label}
            title={textAt(button, 'text')}
            aria-pressed={pressed === button.value}
            onClick={() => {
              setPressed(button.value)
              act(blockId, element, { value: button.value })
            }}
          >
            <Icon name={icon} size={16} />
          </button>
        )
      })}
    </span>
  )
}

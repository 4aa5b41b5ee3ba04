import { type ReactElement, useId } from 'react'
import { Icon } from '../icons.tsx'
import { usePopover } from '../use-popover.ts'
import { PickerPanel } from './picker-panel.tsx'
import type { PickerOption, PickerProps } from './picker-props.ts'

/** A select menu with a field to search in, by mouse or keyboard. */
export function Picker(props: PickerProps): ReactElement {
  const popover = usePopover<HTMLButtonElement, HTMLDivElement>()
  const id = useId()
  const { selected, multiple } = props

  const pick = (option: PickerOption) => {
    if (!multiple) {
      popover.close()
      props.onPick([option])
      return
    }
    const others = selected.filter((other) => other.key !== option.key)
    const full = props.most !== undefined && selected.length >= props.most
    if (others.length < selected.length) props.onPick(others)
    else if (!full) props.onPick([...selected, option])
  }

  const shown = selected.length > 0 ? selected.map((option) => option.text).join(', ') : props.placeholder
  return (
    <span className="picker">
      <button
        ref={popover.anchor}
        type="button"
        className={props.invalid ? 'field picker-button invalid' : 'field picker-button'}
        aria-haspopup="listbox"
        aria-expanded={popover.isOpen}
        aria-label={props.labelId === undefined ? `${props.label}: ${shown}` : undefined}
        aria-labelledby={props.labelId === undefined ? undefined : `${props.labelId} ${id}`}
        aria-describedby={props.describedBy}
        aria-busy={props.busy}
        onClick={() => (popover.isOpen ? popover.close() : popover.open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || popover.isOpen) return
          event.preventDefault()
          popover.open()
        }}
      >
        <span className={selected.length > 0 ? 'picker-value' : 'picker-value unset'} id={id}>
          {shown}
        </span>
        {props.busy ? <span className="spinner" /> : <Icon name="chevron" size={14} />}
      </button>
      {popover.isOpen && (
        <div ref={popover.panel} className="popover picker-panel" style={popover.style}>
          <PickerPanel {...props} onPick={pick} onClose={popover.close} />
        </div>
      )}
    </span>
  )
}

import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useId } from 'react'
import { usePopover } from './use-popover.ts'

/** An entry of a menu. */
export interface MenuItem {
  key: string
  text: string
  detail?: string
  danger?: boolean
  run(): void
}

/** A button that opens a menu. */
export function MenuButton(props: {
  label: string
  className: string
  items: readonly MenuItem[]
  children: ReactNode
  heading?: string
  disabled?: boolean
}): ReactElement {
  const popover = usePopover<HTMLButtonElement, HTMLDivElement>()
  const id = useId()
  const { isOpen, panel } = popover

  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [isOpen, panel])

  const move = (event: KeyboardEvent) => {
    const items = [...(panel.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation()
      if (event.key === 'Escape') event.preventDefault()
      popover.close()
    } else if (to !== undefined) {
      event.preventDefault()
      items.at(to % items.length)?.focus()
    }
  }

  return (
    <>
      <button
        ref={popover.anchor}
        type="button"
        className={props.className}
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={props.disabled}
        onClick={() => (isOpen ? popover.close() : popover.open())}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            popover.open()
          }
        }}
      >
        {props.children}
      </button>
      {isOpen && (
        <div
          ref={panel}
          id={id}
          role="menu"
          tabIndex={-1}
          className="popover menu"
          style={popover.style}
          aria-label={props.label}
          onKeyDown={move}
        >
          {props.heading && (
            <div className="menu-heading" role="presentation">
              {props.heading}
            </div>
          )}
          {props.items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={item.danger ? 'menu-item danger' : 'menu-item'}
              onClick={() => {
                popover.close()
                item.run()
              }}
            >
              {item.text}
              {item.detail && <span className="menu-detail">{item.detail}</span>}
            </button>
          ))}
        </div>
      )}
    </>
  )
}

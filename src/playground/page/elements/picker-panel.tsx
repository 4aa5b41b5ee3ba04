import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../icons.tsx'
import type { PickerOption, PickerProps } from './picker-props.ts'

/** What opens under a picker: a field to search in, and what it finds. */
export function PickerPanel(
  props: Omit<PickerProps, 'onPick'> & {
    onPick: (option: PickerOption) => void
    onClose: (keepFocus?: boolean) => void
  },
): ReactElement {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const isSelected = (option: PickerOption) => props.selected.some((other) => other.key === option.key)
  const [at, setAt] = useState(() => Math.max(0, props.options.findIndex(isSelected)))
  const { options, note } = useFound(props, query)
  const name = props.label ?? props.placeholder

  useEffect(() => {
    field.current?.focus()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (to !== undefined && options.length > 0) {
      event.preventDefault()
      setAt((to + options.length) % options.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const option = options[at]
      if (option) props.onPick(option)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      props.onClose()
    } else if (event.key === 'Tab') props.onClose()
  }

  return (
    <>
      <input
        ref={field}
        className="field"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${at}` : undefined}
        aria-label={`Search: ${name}`}
        autoComplete="off"
        value={query}
        placeholder="Search"
        onChange={({ target }) => {
          setQuery(target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        className="picker-list"
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={name}
        aria-multiselectable={props.multiple}
      >
        {options.map((option, index) => (
          <div key={option.key} role="presentation">
            {option.group !== undefined && option.group !== options[index - 1]?.group && (
              <div className="menu-heading" role="presentation">
                {option.group}
              </div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={isSelected(option)}
              className={index === at ? 'picker-row active' : 'picker-row'}
              onPointerMove={() => setAt(index)}
              onClick={() => props.onPick(option)}
              onKeyDown={onKeyDown}
            >
              <span className="picker-check">{isSelected(option) && <Icon name="check" size={14} />}</span>
              <span>
                {option.text}
                {option.detail && <span className="menu-detail">{option.detail}</span>}
              </span>
            </div>
          </div>
        ))}
      </div>
      {note !== undefined && (
        <p className="picker-note" role="status">
          {note}
        </p>
      )}
    </>
  )
}

function useFound(
  props: Pick<PickerProps, 'options' | 'search' | 'leastQuery'>,
  query: string,
): { options: readonly PickerOption[]; note?: string } {
  const { search, leastQuery } = props
  const [found, setFound] = useState<{ query: string; options: PickerOption[] }>()
  const ask = useRef(search)
  ask.current = search
  const isExternal = search !== undefined

  useEffect(() => {
    if (!isExternal || query.length < leastQuery) return
    let stale = false
    const timer = setTimeout(async () => {
      const options = (await ask.current?.(query)) ?? []
      if (!stale) setFound({ query, options })
    }, 200)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [isExternal, query, leastQuery])

  if (!isExternal) {
    const wanted = query.toLowerCase()
    const options = props.options.filter((option) => option.text.toLowerCase().includes(wanted))
    return options.length > 0 ? { options } : { options, note: 'No results' }
  }
  if (query.length < leastQuery) return { options: [], note: `Type at least ${leastQuery} characters` }
  if (found?.query !== query) return { options: found?.options ?? [], note: 'Searching…' }
  return found.options.length > 0 ? { options: found.options } : { options: [], note: 'No results' }
}

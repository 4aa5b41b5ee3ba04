import { type KeyboardEvent, type ReactElement, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { hintFor, type Suggestion, suggestionsFor } from './autocomplete.ts'
import { ComposerTools } from './composer-tools.tsx'
import { usePlayground } from './context.ts'
import { Icon } from './icons.tsx'
import { useHistory } from './use-history.ts'

const TALLEST = 200

/** The main composer, to be skipped to. */
export const composerId = 'composer'

/** Where one writes: messages and commands, with suggestions while one types and a history by arrow-up. */
export function Composer(props: {
  conversation: string
  threadTs?: string
  placeholder: string
  /** Whether it is the one of the main pane, which takes the focus where that brings up no keyboard. */
  main?: boolean
}): ReactElement {
  const { snapshot, act, announce } = usePlayground()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const history = useHistory()
  const [text, setText] = useState('')
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [dismissed, setDismissed] = useState(false)
  const suggestions = dismissed ? [] : suggestionsFor(snapshot, text, caret)
  const hint = suggestions.length === 0 ? hintFor(snapshot, text) : ''
  const where = {
    conversation: props.conversation,
    ...(props.threadTs === undefined ? {} : { threadTs: props.threadTs }),
  }

  const { main = false } = props
  useEffect(() => {
    if (main && !matchMedia('(pointer: coarse)').matches) field.current?.focus({ preventScroll: true })
  }, [main])

  useLayoutEffect(() => {
    const element = field.current
    if (element === null || text === undefined) return
    element.style.height = 'auto'
    element.style.height = `${Math.min(element.scrollHeight, TALLEST)}px`
  }, [text])

  const write = (next: string, position = next.length) => {
    setText(next)
    setCaret(position)
    setAt(0)
    setDismissed(false)
    requestAnimationFrame(() => field.current?.setSelectionRange(position, position))
  }

  const send = async () => {
    const said = text.trim()
    if (said === '') return
    history.add(said)
    write('')
    const outcome = await act({ do: 'say', ...where, text: said })
    if (outcome.error !== undefined && !said.startsWith('/')) announce(outcome.error)
  }

  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion) write(suggestion.text, suggestion.caret)
    field.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (suggestions.length > 0) {
      if (step !== undefined) setAt((at + step + suggestions.length) % suggestions.length)
      else if (event.key === 'Escape') setDismissed(true)
      else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) take(suggestions[at])
      else return
      event.preventDefault()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    } else if (step !== undefined && !text.includes('\n')) {
      const entry = history.step(step === 1 ? 1 : -1)
      if (entry === undefined) return
      event.preventDefault()
      write(entry)
      // An old command is shown as it was, not completed anew.
      setDismissed(true)
    }
  }

  return (
    <div className="composer">
      {suggestions.length > 0 && (
        <div className="suggestions" id={`${id}-list`} role="listbox" tabIndex={-1} aria-label="Suggestions">
          {suggestions.map((suggestion, index) => (
            <div
              key={suggestion.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={index === at ? 'suggestion active' : 'suggestion'}
              onPointerMove={() => setAt(index)}
              onClick={() => take(suggestion)}
              onKeyDown={onKeyDown}
            >
              <strong>{suggestion.label}</strong> <span>{suggestion.detail}</span>
            </div>
          ))}
        </div>
      )}
      <div className="composer-box">
        <textarea
          ref={field}
          id={main ? composerId : undefined}
          rows={1}
          aria-label={props.placeholder}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={suggestions.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={suggestions.length > 0 ? `${id}-${at}` : undefined}
          placeholder={props.placeholder}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setCaret(target.selectionStart)
            setAt(0)
            setDismissed(false)
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <div className="composer-foot">
          <ComposerTools {...where} comment={text} onShared={() => write('')} />
          <span className="composer-hint">{hint}</span>
          <button
            type="button"
            className="icon-button send"
            aria-label="Send"
            title="Send"
            disabled={text.trim() === ''}
            onClick={send}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </div>
  )
}

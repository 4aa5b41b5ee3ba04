import { type ReactElement, useState } from 'react'
import type { Message } from '../protocol.ts'
import { usePlayground } from './context.ts'
import { typedText } from './typed-text.ts'

/** A person's own message, being changed. */
export function EditMessage({ message, onDone }: { message: Message; onDone: () => void }): ReactElement {
  const { act, snapshot, announce } = usePlayground()
  const [text, setText] = useState(() => typedText(snapshot, message.text))
  const save = async () => {
    const { conversation, ts } = message
    const outcome = await act({ do: 'edit', conversation, ts, text })
    if (outcome.error !== undefined) announce(outcome.error)
    onDone()
  }
  return (
    <div className="edit-box">
      <textarea
        className="field"
        aria-label="Edit message"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            void save()
          }
        }}
      />
      <span className="edit-tools">
        <button type="button" className="button small" onClick={onDone}>
          Cancel
        </button>
        <button type="button" className="button small primary" disabled={text.trim() === ''} onClick={save}>
          Save
        </button>
      </span>
    </div>
  )
}

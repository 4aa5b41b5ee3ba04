import { type ReactElement, useEffect, useRef } from 'react'
import { Composer } from './composer.tsx'
import { nameOf, type OpenThread, usePlayground } from './context.ts'
import { Icon } from './icons.tsx'
import { MessageList } from './message-list.tsx'
import { Status } from './status.tsx'

/** A thread beside its conversation. */
export function ThreadPane({ thread }: { thread: OpenThread }): ReactElement {
  const { snapshot, me, openThread } = usePlayground()
  const pane = useRef<HTMLElement>(null)
  const conversation = snapshot.conversations.find(({ id }) => id === thread.conversation)
  const messages = snapshot.messages.filter(
    (message) =>
      message.conversation === thread.conversation && (message.ts === thread.ts || message.threadTs === thread.ts),
  )
  const { unasked = false } = thread
  useEffect(() => {
    if (!unasked) pane.current?.focus()
  }, [unasked])
  return (
    <aside ref={pane} className="thread-pane" aria-label="Thread" tabIndex={-1}>
      <header className="pane-head">
        <h2>Thread</h2>
        <p className="topic">{conversation && nameOf(snapshot, conversation, me.id)}</p>
        <span className="pane-tools">
          <button
            type="button"
            className="icon-button"
            aria-label="Close thread"
            title="Close thread"
            onClick={() => openThread(undefined)}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      <MessageList messages={messages} label="Messages in the thread" inThread fromTop={unasked} />
      <Status conversation={thread.conversation} threadTs={thread.ts} />
      <Composer conversation={thread.conversation} threadTs={thread.ts} placeholder="Reply…" />
    </aside>
  )
}

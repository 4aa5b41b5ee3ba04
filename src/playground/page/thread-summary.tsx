import type { ReactElement } from 'react'
import type { Message } from '../protocol.ts'
import { Avatar } from './avatar.tsx'
import { memberOf, usePlayground } from './context.ts'
import { timeOf } from './time.ts'

/** How many replies a message has, and the way to them. */
export function ThreadSummary({ message }: { message: Message }): ReactElement | null {
  const { snapshot, openThread, thread } = usePlayground()
  const { conversation, ts } = message
  const replies = snapshot.messages.filter(
    (reply) => reply.conversation === conversation && reply.threadTs === ts && reply.ts !== ts,
  )
  const last = replies.at(-1)
  if (last === undefined) return null
  const authors = [...new Set(replies.map(({ user }) => user))].slice(0, 4)
  return (
    <button
      type="button"
      className="thread-summary"
      aria-expanded={thread?.ts === ts}
      onClick={() => openThread({ conversation, ts })}
    >
      {authors.map((author) => (
        <Avatar key={author} member={memberOf(snapshot, author)} size={22} />
      ))}
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      <span className="last-reply">Last reply at {timeOf(last.ts)}</span>
    </button>
  )
}

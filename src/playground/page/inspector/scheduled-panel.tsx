import type { ReactElement } from 'react'
import { nameOf, usePlayground } from '../context.ts'
import { momentOf } from '../time.ts'

/** The messages that the app has scheduled, for those who can't wait. */
export function ScheduledPanel(): ReactElement {
  const { snapshot, me, control } = usePlayground()
  if (snapshot.scheduled.length === 0) return <p className="empty">Nothing is scheduled.</p>
  return (
    <ul className="scheduled">
      {snapshot.scheduled.map(({ id, conversation, postAt, text }) => {
        const known = snapshot.conversations.find((candidate) => candidate.id === conversation)
        return (
          <li key={id}>
            <p>{text}</p>
            <p className="menu-detail">
              {known ? nameOf(snapshot, known, me.id) : 'A conversation of others'}, {momentOf(postAt)}
            </p>
            <button type="button" className="button small" onClick={() => control({ do: 'post-scheduled', id })}>
              Post now
            </button>
          </li>
        )
      })}
    </ul>
  )
}

import { type ReactElement, useState } from 'react'
import type { Message, StateValues } from '../protocol.ts'
import { Avatar } from './avatar.tsx'
import { Blocks } from './blocks/block.tsx'
import { Display } from './blocks/display.tsx'
import { memberOf, usePlayground } from './context.ts'
import { EditMessage } from './edit-message.tsx'
import { Files } from './files.tsx'
import { Icon } from './icons.tsx'
import { MessageTools } from './message-tools.tsx'
import { SurfaceProvider } from './surface.tsx'
import { ThreadSummary } from './thread-summary.tsx'
import { dateOf, timeOf } from './time.ts'

/** One message with all that can be done with it. */
export function MessageView(props: { message: Message; compact: boolean; inThread: boolean }): ReactElement {
  const { message, compact } = props
  const { snapshot, act } = usePlayground()
  const [entered, setEntered] = useState<StateValues>({})
  const [editing, setEditing] = useState(false)
  const author = memberOf(snapshot, message.user)
  const { conversation, ts } = message
  const ephemeral = message.ephemeralFor !== undefined
  const time = (
    <time className="time" dateTime={dateOf(ts).toISOString()}>
      {compact ? timeOf(ts).replace(/ [AP]M$/, '') : timeOf(ts)}
    </time>
  )
  const classes = ['message', compact ? 'compact' : '', ephemeral ? 'ephemeral' : '', message.subtype ?? '']
  return (
    <article className={classes.join(' ')} aria-label={`${author.realName} at ${timeOf(ts)}`} data-ts={ts}>
      {ephemeral && (
        <p className="ephemeral-note">
          <Icon name="eye" size={14} /> Only visible to you
        </p>
      )}
      <div className="message-gutter">{compact ? time : <Avatar member={author} />}</div>
      <div className="message-content">
        {!compact && (
          <p className="message-head">
            <strong>{author.realName}</strong>
            {author.kind !== 'person' && <span className="badge">APP</span>}
            {time}
          </p>
        )}
        {editing ? (
          <EditMessage message={message} onDone={() => setEditing(false)} />
        ) : (
          <SurfaceProvider source={{ kind: 'message', conversation, ts }} entered={entered} onEnter={setEntered}>
            <Body message={message} fromPerson={author.kind === 'person'} />
          </SurfaceProvider>
        )}
        <Files files={message.files} />
        {ephemeral && (
          <button
            type="button"
            className="link-button dismiss"
            onClick={() => act({ do: 'dismiss', conversation, ts })}
          >
            Dismiss message
          </button>
        )}
        {!props.inThread && <ThreadSummary message={message} />}
      </div>
      {!editing && <MessageTools message={message} inThread={props.inThread} onEdit={() => setEditing(true)} />}
    </article>
  )
}

function Body({ message, fromPerson }: { message: Message; fromPerson: boolean }): ReactElement {
  if (message.blocks.length > 0 && !fromPerson) return <Blocks blocks={message.blocks} />
  return (
    <div className="message-text">
      {message.text !== '' && <Display block={{ type: 'section', text: { type: 'mrkdwn', text: message.text } }} />}
      {message.edited && <span className="edited">(edited)</span>}
    </div>
  )
}

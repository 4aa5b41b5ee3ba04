import type { ReactElement } from 'react'
import { Composer } from './composer.tsx'
import { memberOf, nameOf, usePlayground } from './context.ts'
import { FirstSteps } from './first-steps.tsx'
import { Icon } from './icons.tsx'
import { MessageList } from './message-list.tsx'
import { Status } from './status.tsx'

/** A channel or a direct message: who is in it, what was said, and where to say more. */
export function Conversation({ id }: { id: string }): ReactElement {
  const { snapshot, me, act, announce } = usePlayground()
  const conversation = snapshot.conversations.find((candidate) => candidate.id === id)
  if (conversation === undefined) return <p className="loading">Opening the workspace…</p>
  const name = nameOf(snapshot, conversation, me.id)
  const isChannel = conversation.kind === 'channel'
  const members = conversation.members.map((member) => memberOf(snapshot, member).realName)
  const withApp = conversation.members.includes(snapshot.app.userId)
  const invite = async () => {
    await act({ do: 'invite-app', conversation: id })
    announce(`${snapshot.app.name} is in #${name} now.`)
  }
  return (
    <>
      <header className="pane-head">
        <h2>
          {isChannel && <Icon name="hash" />} {name}
        </h2>
        {conversation.topic && <p className="topic">{conversation.topic}</p>}
        <span className="pane-tools">
          {isChannel && !withApp && (
            <button type="button" className="button small" onClick={invite}>
              Add {snapshot.app.name}
            </button>
          )}
          {isChannel && (
            <span className="member-count" title={members.join(', ')}>
              <Icon name="people" size={16} /> <span className="visually-hidden">Members: </span>
              {members.length}
            </span>
          )}
        </span>
      </header>
      <MessageList
        messages={snapshot.messages.filter((message) => message.conversation === id && isTopLevel(message))}
        empty={isChannel ? `This is the very beginning of #${name}.` : `This is between you and ${name}.`}
        label={isChannel ? `Messages in ${name}` : `Messages with ${name}`}
      />
      <Status conversation={id} threadTs="" />
      {isChannel && withApp && <FirstSteps conversation={id} />}
      <Composer conversation={id} placeholder={`Message ${isChannel ? '#' : ''}${name}`} main />
    </>
  )
}

/** Whether a message stands in its conversation rather than in a thread there. */
export function isTopLevel({ threadTs, ts }: { threadTs?: string; ts: string }): boolean {
  return threadTs === undefined || threadTs === ts
}

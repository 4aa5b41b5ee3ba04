import type { ReactElement, ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { memberOf, nameOf, type Place, usePlayground } from './context.ts'
import { Icon } from './icons.tsx'

/** The workspace's channels, direct messages and app. */
export function Sidebar(): ReactElement {
  const { snapshot, me, place, unread } = usePlayground()
  const { conversations } = snapshot
  const isHere = (id: string) => place.kind === 'conversation' && place.id === id
  const hasNews = conversations.some(({ kind, id }) => kind === 'app' && unread.has(id))
  const app = memberOf(snapshot, snapshot.app.userId)
  return (
    <nav className="sidebar" aria-label="Workspace">
      <p className="team">{snapshot.team.name}</p>
      <Group title="Channels">
        {conversations
          .filter(({ kind }) => kind === 'channel')
          .map(({ id, name }) => (
            <Entry key={id} to={{ kind: 'conversation', id }} current={isHere(id)} unread={unread.has(id)}>
              <Icon name="hash" size={16} /> {name}
            </Entry>
          ))}
      </Group>
      <Group title="Direct messages">
        {conversations
          .filter(({ kind }) => kind === 'dm')
          .map((conversation) => {
            const other = conversation.members.find((member) => member !== me.id) ?? ''
            return (
              <Entry
                key={conversation.id}
                to={{ kind: 'conversation', id: conversation.id }}
                current={isHere(conversation.id)}
                unread={unread.has(conversation.id)}
              >
                <Avatar member={memberOf(snapshot, other)} size={20} /> {nameOf(snapshot, conversation, me.id)}
              </Entry>
            )
          })}
      </Group>
      <Group title="Apps">
        <Entry to={{ kind: 'app', tab: hasNews ? 'messages' : 'home' }} current={place.kind === 'app'} unread={hasNews}>
          <Avatar member={app} size={20} /> {app.realName}
        </Entry>
      </Group>
    </nav>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="sidebar-group">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

function Entry(props: { to: Place; current: boolean; unread: boolean; children: ReactNode }): ReactElement {
  const { goTo } = usePlayground()
  return (
    <li>
      <button
        type="button"
        className={props.unread ? 'sidebar-entry unread' : 'sidebar-entry'}
        aria-current={props.current ? 'page' : undefined}
        onClick={() => goTo(props.to)}
      >
        {props.children}
        {props.unread && <span className="unread-mark">new</span>}
      </button>
    </li>
  )
}

import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react'
import type { StateValues } from '../protocol.ts'
import { Avatar } from './avatar.tsx'
import { Blocks } from './blocks/block.tsx'
import { Composer } from './composer.tsx'
import { type AppTab, memberOf, usePlayground } from './context.ts'
import { isTopLevel } from './conversation.tsx'
import { MessageList } from './message-list.tsx'
import { Status } from './status.tsx'
import { SurfaceProvider } from './surface.tsx'

const tabs: readonly { tab: AppTab; label: string }[] = [
  { tab: 'home', label: 'Home' },
  { tab: 'messages', label: 'Messages' },
  { tab: 'about', label: 'About' },
]

/** The app's own place: Home, Messages and About. */
export function AppView({ tab }: { tab: AppTab }): ReactElement {
  const { snapshot, goTo } = usePlayground()
  const app = memberOf(snapshot, snapshot.app.userId)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const at = tabs.findIndex((candidate) => candidate.tab === tab)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (next === undefined) return
    goTo({ kind: 'app', tab: next.tab })
    document.getElementById(`tab-${next.tab}`)?.focus()
  }
  return (
    <>
      <header className="pane-head app-head">
        <h2>
          <Avatar member={app} size={24} /> {app.realName}
        </h2>
        <div className="tabs" role="tablist" aria-label={app.realName}>
          {tabs.map((known) => (
            <button
              key={known.tab}
              type="button"
              role="tab"
              id={`tab-${known.tab}`}
              aria-selected={known.tab === tab}
              aria-controls="app-panel"
              tabIndex={known.tab === tab ? 0 : -1}
              onClick={() => goTo({ kind: 'app', tab: known.tab })}
              onKeyDown={onKeyDown}
            >
              {known.label}
            </button>
          ))}
        </div>
      </header>
      <div className="app-panel" id="app-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'home' && <Home />}
        {tab === 'messages' && <Messages />}
        {tab === 'about' && <About />}
      </div>
    </>
  )
}

function Home(): ReactElement {
  const { snapshot } = usePlayground()
  const [entered, setEntered] = useState<StateValues>({})
  const { home, app } = snapshot
  if (home === null) return <p className="empty">{app.name} hasn’t published its Home yet.</p>
  return (
    <div className="home-view">
      <SurfaceProvider source={{ kind: 'view', viewId: home.id }} entered={entered} onEnter={setEntered}>
        <Blocks blocks={home.blocks} />
      </SurfaceProvider>
    </div>
  )
}

function Messages(): ReactElement {
  const { snapshot, act, openThread } = usePlayground()
  const conversation = snapshot.conversations.find(({ kind }) => kind === 'app')
  const id = conversation?.id ?? ''
  const all = snapshot.messages.filter((message) => message.conversation === id)
  const prompts = snapshot.prompts[id] ?? []
  const reply = all.at(-1)
  const fresh = useFreshReply(reply?.threadTs === undefined ? undefined : reply.ts)

  // A question to the app is answered in a thread of its own, so that thread is opened.
  useEffect(() => {
    const ts = fresh && reply?.threadTs
    if (ts) openThread({ conversation: id, ts })
  }, [fresh, id, reply?.threadTs, openThread])

  return (
    <>
      <MessageList
        messages={all.filter(isTopLevel)}
        label={`Messages with ${snapshot.app.name}`}
        empty={`Ask ${snapshot.app.name} something. Nobody else sees it.`}
      />
      {prompts.length > 0 && (
        <ul className="prompts" aria-label="Suggested prompts">
          {prompts.map(({ title, message }) => (
            <li key={title}>
              <button
                type="button"
                className="prompt"
                onClick={() => act({ do: 'say', conversation: id, text: message })}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Status conversation={id} threadTs="" />
      <Composer conversation={id} placeholder={`Message ${snapshot.app.name}`} />
    </>
  )
}

// A reply that came while one was looking, not one that was there already.
function useFreshReply(ts: string | undefined): boolean {
  const [first] = useState(ts)
  return ts !== undefined && ts !== first
}

function About(): ReactElement {
  const { snapshot } = usePlayground()
  const { app, commands, shortcuts } = snapshot
  return (
    <div className="about">
      <p>{app.description}</p>
      <h3>Commands</h3>
      <dl>
        {commands.map(({ command, description, usageHint }) => (
          <div key={command}>
            <dt>
              <code>{command}</code> {usageHint}
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <h3>Shortcuts</h3>
      <dl>
        {shortcuts.map(({ callbackId, name, description, type }) => (
          <div key={callbackId}>
            <dt>
              {name} ({type === 'global' ? 'from anywhere' : 'on a message'})
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { AppView } from './app-view.tsx'
import { composerId } from './composer.tsx'
import { type AppTab, memberOf, type Place, Playground, type PlaygroundContext } from './context.ts'
import { Conversation } from './conversation.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { ModalStack } from './modal.tsx'
import { sendAct, sendControl } from './send.ts'
import { Sidebar } from './sidebar.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { TopBar } from './top-bar.tsx'
import { useLive } from './use-live.ts'
import { useTheme } from './use-theme.ts'
import { useUnread } from './use-unread.ts'

const NOTICE_TIME = 6000
const ROOMY = '(min-width: 1101px)'

/** The whole page: one person's window on the workspace. */
export function App(): ReactElement {
  const [as, setAs] = useState(() => new URLSearchParams(location.search).get('as') ?? 'ada')
  const { snapshot, connected } = useLive(as)
  const [theme, setTheme] = useTheme()
  const [chosen, setPlace] = useState<Place>()
  const [thread, openThread] = useState<PlaygroundContext['thread']>()
  const snapshotNow = useRef(snapshot)
  snapshotNow.current = snapshot
  const [inspecting, setInspecting] = useState(false)
  const [sidebarOpen, setSidebarOpen] = useState(false)
  const [notice, announce] = useState('')

  useEffect(() => {
    if (notice === '') return
    const timer = setTimeout(() => announce(''), NOTICE_TIME)
    return () => clearTimeout(timer)
  }, [notice])

  const become = useCallback((name: string) => {
    setAs(name)
    setPlace(undefined)
    openThread(undefined)
    history.replaceState(null, '', `?as=${name}`)
  }, [])

  // The first look shows what the app is for: its newest answer, where there is room for it.
  const loaded = snapshot !== undefined
  useEffect(() => {
    if (!loaded || new URLSearchParams(location.search).has('in') || !matchMedia(ROOMY).matches) return
    openThread((open) => open ?? newestThread(snapshotNow.current))
  }, [loaded])

  const first = addressed()
  const place = useMemo(
    () => snapshot && (existing(chosen, snapshot) ?? firstPlace(snapshot, first)),
    [snapshot, chosen, first],
  )
  const direct = snapshot?.conversations.find(({ kind }) => kind === 'app')?.id
  const unread = useUnread(snapshot, place?.kind !== 'app' ? place?.id : place.tab === 'messages' ? direct : undefined)

  const context = useMemo((): PlaygroundContext | undefined => {
    if (snapshot === undefined || place === undefined) return undefined
    const context: PlaygroundContext = {
      snapshot,
      me: memberOf(snapshot, snapshot.me),
      theme,
      place,
      thread,
      unread,
      announce,
      openThread,
      control: sendControl,
      act: (act) => sendAct(as, act),
      goTo: (place) => {
        setPlace(place)
        openThread(undefined)
        setSidebarOpen(false)
      },
    }
    return context
  }, [snapshot, theme, place, thread, unread, as])

  // However one comes to look at a tab, by click, by address or in a workspace that begins anew, the app is told.
  const tab = context?.place.kind === 'app' && context.place.tab !== 'about' ? context.place.tab : undefined
  useEffect(() => {
    if (direct !== undefined && tab !== undefined) void sendAct(as, { do: 'open-app', tab })
  }, [as, direct, tab])

  if (context === undefined) return <p className="loading">Opening the workspace…</p>
  const classes = [
    'shell',
    context.thread ? 'with-thread' : '',
    inspecting ? 'with-inspector' : '',
    sidebarOpen ? 'with-sidebar' : '',
  ]
  return (
    <Playground value={context}>
      <a className="skip-link" href={context.place.kind === 'app' ? '#main' : `#${composerId}`}>
        {context.place.kind === 'app' ? 'Skip to the app' : 'Skip to the message field'}
      </a>
      <div className={classes.join(' ')}>
        <TopBar
          theme={theme}
          onTheme={setTheme}
          onBecome={become}
          inspecting={inspecting}
          onInspect={() => setInspecting(!inspecting)}
          sidebarOpen={sidebarOpen}
          onSidebar={() => setSidebarOpen(!sidebarOpen)}
        />
        <Sidebar />
        <main className="main" id="main" tabIndex={-1}>
          {context.place.kind === 'app' ? (
            <AppView tab={context.place.tab} key={snapshot?.me} />
          ) : (
            <Conversation id={context.place.id} key={context.place.id} />
          )}
        </main>
        {context.thread && <ThreadPane key={context.thread.ts} thread={context.thread} />}
        {inspecting && <Inspector onClose={() => setInspecting(false)} />}
      </div>
      <ModalStack />
      <div className="notices" role="status">
        {!connected && (
          <p className="notice">
            {snapshot?.hosted
              ? 'Your workspace has ended. Reload the page for a new one.'
              : 'The playground isn’t answering. Is it still running?'}
          </p>
        )}
        {notice !== '' && <p className="notice">{notice}</p>}
      </div>
    </Playground>
  )
}

type Shown = PlaygroundContext['snapshot']

function newestThread(snapshot: Shown | undefined): PlaygroundContext['thread'] {
  const place = snapshot && firstPlace(snapshot, addressed())
  const answer = snapshot?.messages.findLast(
    ({ conversation, threadTs, user }) =>
      place?.kind === 'conversation' &&
      conversation === place.id &&
      threadTs !== undefined &&
      user === snapshot.app.userId,
  )
  return answer?.threadTs === undefined
    ? undefined
    : { conversation: answer.conversation, ts: answer.threadTs, unasked: true }
}

// Once the workspace is reset, its places have other ids.
function existing(place: Place | undefined, snapshot: Shown): Place | undefined {
  if (place?.kind !== 'conversation') return place
  return snapshot.conversations.some(({ id }) => id === place.id) ? place : undefined
}

/** The name of the place that the address asks for. */
const addressed = (): string => new URLSearchParams(location.search).get('in') ?? 'mesh-decision'

function firstPlace(snapshot: Shown, wanted: string): Place {
  const tabs: readonly AppTab[] = ['home', 'messages', 'about']
  const tab = tabs.find((candidate) => candidate === wanted)
  if (tab !== undefined) return { kind: 'app', tab }
  const found = snapshot.conversations.find(({ name }) => name === wanted) ?? snapshot.conversations[0]
  return { kind: 'conversation', id: found?.id ?? '' }
}

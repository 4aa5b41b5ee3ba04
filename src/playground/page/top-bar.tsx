import type { ReactElement } from 'react'
import { usePlayground } from './context.ts'
import { Icon } from './icons.tsx'
import { PersonSwitcher } from './person-switcher.tsx'
import type { Theme } from './use-theme.ts'

/** What belongs to the playground rather than to Slack. */
export function TopBar(props: {
  theme: Theme
  onTheme: (theme: Theme) => void
  onBecome: (name: string) => void
  inspecting: boolean
  onInspect: () => void
  sidebarOpen: boolean
  onSidebar: () => void
}): ReactElement {
  const { control, announce, snapshot } = usePlayground()
  const other = props.theme === 'dark' ? 'light' : 'dark'
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label="Channels"
        aria-expanded={props.sidebarOpen}
        onClick={props.onSidebar}
      >
        <Icon name="menu" />
      </button>
      <h1 className="top-title">
        <strong>{snapshot.app.name} playground</strong>
        <span className="only-wide">
          {snapshot.hosted
            ? 'A stand-in for Slack. Nobody else sees your workspace, and it is gone within the hour.'
            : 'A stand-in for Slack. Nothing leaves this machine.'}
        </span>
      </h1>
      <PersonSwitcher onBecome={props.onBecome} />
      <button
        type="button"
        className="icon-button"
        aria-label="Start over with the seeded workspace"
        title="Start over"
        onClick={async () => {
          announce('Starting over…')
          await control({ do: 'reset' })
          announce('The workspace is as it was at the start.')
        }}
      >
        <Icon name="reset" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`Switch to the ${other} theme`}
        title={`Switch to the ${other} theme`}
        onClick={() => props.onTheme(other)}
      >
        <Icon name={props.theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <button
        type="button"
        className="icon-button labelled"
        aria-pressed={props.inspecting}
        aria-label="Inspector"
        onClick={props.onInspect}
      >
        <Icon name="inspect" /> <span className="only-wide">Inspector</span>
      </button>
    </header>
  )
}

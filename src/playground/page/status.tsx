import type { ReactElement } from 'react'
import { usePlayground } from './context.ts'

/** What the app says it is doing in a thread. */
export function Status({ conversation, threadTs }: { conversation: string; threadTs: string }): ReactElement {
  const { snapshot } = usePlayground()
  const status = snapshot.statuses[`${conversation} ${threadTs}`] ?? ''
  return (
    <p className="status-line" role="status">
      {status !== '' && (
        <>
          <span className="spinner" /> {snapshot.app.name} {status}
        </>
      )}
    </p>
  )
}

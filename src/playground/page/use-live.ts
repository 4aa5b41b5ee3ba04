import { useEffect, useState } from 'react'
import { applyPatch } from '../model.ts'
import type { Patch, Snapshot } from '../protocol.ts'

/** The workspace as a person sees it, kept up to date; undefined until it has been read. */
export function useLive(as: string): { snapshot: Snapshot | undefined; connected: boolean } {
  const [snapshot, setSnapshot] = useState<Snapshot>()
  const [connected, setConnected] = useState(false)
  useEffect(() => {
    const source = new EventSource(`/playground/live?as=${encodeURIComponent(as)}`)
    source.onopen = () => setConnected(true)
    source.onerror = () => setConnected(false)
    source.onmessage = (event: MessageEvent<string>) => {
      const patch: Patch = JSON.parse(event.data)
      setSnapshot((before) => applyPatch(before, patch))
    }
    return () => source.close()
  }, [as])
  return { snapshot, connected }
}

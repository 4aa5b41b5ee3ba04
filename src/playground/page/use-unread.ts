import { useEffect, useMemo, useState } from 'react'
import type { Snapshot } from '../protocol.ts'

/**
 * The conversations in which something was said that this window has not shown: what was there when it was opened counts
 * as read, and so does all of the conversation that is looked at.
 */
export function useUnread(snapshot: Snapshot | undefined, shown: string | undefined): ReadonlySet<string> {
  const [read, setRead] = useState<{ readonly me: string; readonly until: ReadonlyMap<string, string> }>()
  useEffect(() => {
    if (snapshot === undefined) return
    setRead((before) => {
      const anew = before?.me !== snapshot.me
      const latest = latestOf(snapshot)
      if (anew) return { me: snapshot.me, until: latest }
      const seen = shown === undefined ? undefined : latest.get(shown)
      if (shown === undefined || seen === undefined || before.until.get(shown) === seen) return before
      return { me: snapshot.me, until: new Map([...before.until, [shown, seen]]) }
    })
  }, [snapshot, shown])
  return useMemo(() => {
    if (snapshot === undefined || read?.me !== snapshot.me) return new Set()
    return new Set(
      snapshot.messages
        .filter(({ conversation, user, ts }) => user !== snapshot.me && ts > (read.until.get(conversation) ?? ''))
        .map(({ conversation }) => conversation)
        .filter((conversation) => conversation !== shown),
    )
  }, [snapshot, shown, read])
}

const latestOf = ({ messages }: Snapshot): ReadonlyMap<string, string> => {
  const latest = new Map<string, string>()
  for (const { conversation, ts } of messages) {
    if (ts > (latest.get(conversation) ?? '')) latest.set(conversation, ts)
  }
  return latest
}

import { createHash } from 'node:crypto'
import type { Context } from '@slack/bolt'
import type { ThreadKey } from '../storage/storage.ts'
import type { Edge } from './edge.ts'
import type { Press } from './press.ts'

/**
 * True for the first time that a message is taken on. Slack delivers an event up to four times under the same id, and
 * a mention in a channel that we listen to as two events: so both the event and the message are claimed.
 */
export async function claimMessage({ storage }: Edge, eventId: string, message: ThreadKey): Promise<boolean> {
  if (!(await storage.events.claim(`event ${eventId}`))) return false
  return storage.events.claim(`message ${nameOf(message)}`)
}

/** True for the first time that a program is answered in a thread. */
export const claimThreadForProgram = ({ storage }: Edge, thread: ThreadKey): Promise<boolean> =>
  storage.events.claim(`program ${nameOf(thread)}`)

const nameOf = ({ enterpriseId = '', teamId = '', channel, threadTs }: ThreadKey): string =>
  `${enterpriseId} ${teamId} ${channel} ${threadTs}`

/** How soon a press after another is a slip of the finger, or of impatience, at least; in milliseconds. */
const SOON = 3_000

/**
 * True unless the same person pressed the same button with the same value a moment ago: each press has an id of its own,
 * so Slack passes on both. A moment is a stretch of time and the one before it, by which every replica goes.
 */
export async function claimPress({ storage, now }: Edge, { teamId = '' }: Context, press: Press): Promise<boolean> {
  const { user, channel = '', messageTs = '', actionId, value } = press
  const what = createHash('sha256')
    .update(JSON.stringify([actionId, value]))
    .digest('hex')
  const moment = Math.floor(now().getTime() / SOON)
  const claims = [moment, moment - 1].map((at) =>
    storage.events.claim(`press ${teamId} ${user} ${channel} ${messageTs} ${what} ${at}`),
  )
  return (await Promise.all(claims)).every(Boolean)
}

/** True for the first submission of an open modal. */
export const claimView = ({ storage }: Edge, { teamId = '' }: Context, viewId: string): Promise<boolean> =>
  storage.events.claim(`view ${teamId} ${viewId}`)

import type { ThreadKey } from '../storage/storage.ts'
import type { Edge } from './edge.ts'

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

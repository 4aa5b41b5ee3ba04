import type { ThreadKey } from '../storage/storage.ts'
import type { Edge } from './edge.ts'

/**
 * True for the first time that a message is taken on. Slack delivers an event up to four times under the same id, and
 * a mention in a channel that we listen to as two events: so both the event and the message are claimed.
 */
export async function claimMessage({ storage }: Edge, eventId: string, message: ThreadKey): Promise<boolean> {
  const { enterpriseId = '', teamId = '', channel, threadTs } = message
  if (!(await storage.events.claim(`event ${eventId}`))) return false
  return storage.events.claim(`message ${enterpriseId} ${teamId} ${channel} ${threadTs}`)
}

import type { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import { describeError } from '../log.ts'
import { deliveryOf } from './delivery.ts'
import type { Edge } from './edge.ts'

type Client = SocketModeReceiver['client']

/** What comes over the socket (docs.slack.dev/apis/events-api/using-socket-mode). */
const envelopeSchema = z.object({
  type: z.string(),
  envelope_id: z.string().optional(),
  payload: z.unknown().optional(),
})

/** About the connection itself, and served by Slack's client. */
const ofConnection: ReadonlySet<string> = new Set(['hello', 'disconnect'])

/**
 * Lets Slack's client see only what it can read: it takes properties of an envelope's payload unseen, and an error there
 * is caught by nobody. What else comes is acknowledged, so that it isn't delivered again, and logged where it is nothing
 * that Slack sends.
 */
export function screenEnvelopes(client: Client, { log, command }: Pick<Edge, 'log' | 'command'>): void {
  const listeners = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: string | ArrayBuffer, isBinary: boolean) => {
    const envelope = isBinary ? undefined : readEnvelope(data)
    if (envelope && isForClient(envelope, command)) {
      for (const listener of listeners) listener.call(client, data, isBinary)
      return
    }
    if (!envelope || deliveryOf(envelope.payload, command) === 'malformed') {
      log.warn('What came over the socket has not the shape of what Slack sends')
    }
    if (envelope?.envelope_id === undefined) return
    const acknowledgement = JSON.stringify({ envelope_id: envelope.envelope_id, payload: {} })
    client.websocket?.send(acknowledgement, (error) => {
      if (error) log.warn('An acknowledgement could not be sent', describeError(error))
    })
  })
}

type Envelope = z.infer<typeof envelopeSchema>

const isForClient = ({ type, envelope_id, payload }: Envelope, command: string): boolean =>
  ofConnection.has(type) || (envelope_id !== undefined && deliveryOf(payload, command) === 'served')

function readEnvelope(data: string | ArrayBuffer): Envelope | undefined {
  try {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data)
    return envelopeSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

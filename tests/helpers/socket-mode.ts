import { once } from 'node:events'
import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

const answerSchema = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).default({}) })

/** Slack's end of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode), which the emulator lacks. */
export interface SocketModeServer {
  /** The base of a Web API that knows `auth.test` and `apps.connections.open`. */
  readonly apiUrl: string
  /** Sends a request, and resolves to what it is acknowledged with. */
  deliver(type: 'slash_commands' | 'events_api' | 'interactive', payload: unknown): Promise<Record<string, unknown>>
  /** Sends a frame as it is, which may be no request. */
  send(frame: string): Promise<void>
  /** Ends the connection, as Slack does every few hours; the app is to open another one. */
  disconnect(): void
  close(): Promise<void>
}

/** Starts Slack's end. `refusal` is what `apps.connections.open` answers with, if it doesn't open a connection. */
export async function startSocketMode(refusal?: string): Promise<SocketModeServer> {
  let connection: Promise<WebSocket>
  let envelopes = 0
  const server = createServer((request, response) => {
    const address = `ws://localhost:${portOf(server)}/link`
    const opened = refusal === undefined ? { ok: true, url: address } : { ok: false, error: refusal }
    const answer = request.url?.endsWith('/auth.test') ? { ok: true, user_id: 'U0BOT', team_id: 'T1' } : opened
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  const sockets = new WebSocketServer({ server })
  const nextConnection = async () => {
    const [socket]: WebSocket[] = await once(sockets, 'connection')
    if (!socket) throw new Error('no connection')
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    return socket
  }
  connection = nextConnection()
  server.listen(0)
  await once(server, 'listening')
  return {
    apiUrl: `http://localhost:${portOf(server)}/api/`,
    async deliver(type, payload) {
      const socket = await connection
      const envelope_id = `envelope-${++envelopes}`
      socket.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true }))
      const [answer]: unknown[] = await once(socket, 'message')
      const { envelope_id: answered, payload: said } = answerSchema.parse(JSON.parse(String(answer)))
      if (answered !== envelope_id) throw new Error(`${answered} was acknowledged instead of ${envelope_id}`)
      return said
    },
    async send(frame) {
      const socket = await connection
      socket.send(frame)
    },
    disconnect() {
      const ended = connection
      connection = nextConnection()
      void ended.then((socket) => socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })))
    },
    async close() {
      connection.catch(() => undefined)
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { workspace } from '../../tests/helpers/slack-payloads.ts'

/** As little of Slack as a bench needs: it knows whose a token is, and takes messages. */
export interface FakeSlack {
  readonly apiUrl: string
  /** How often each thread was posted in, by its timestamp. */
  readonly posts: ReadonlyMap<string, number>
  /** Resolves when the first message of a thread arrives. */
  posted(threadTs: string): Promise<void>
  close(): void
}

/** Starts it. A message takes up to so many milliseconds until it is there; its sender is told at once. */
export async function startFakeSlack(latency: number): Promise<FakeSlack> {
  const posts = new Map<string, number>()
  const waiting = new Map<string, () => void>()
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.setHeader('content-type', 'application/json')
    if (request.url?.endsWith('/auth.test')) {
      const { user, id } = workspace.bot
      response.end(JSON.stringify({ ok: true, user_id: user, bot_id: id, team_id: workspace.team }))
      return
    }
    const thread = new URLSearchParams(Buffer.concat(chunks).toString()).get('thread_ts') ?? ''
    if (latency > 0) await setTimeout(Math.random() * latency)
    // What its sender died over is taken for not having arrived: else it would stand for the answer that it was not.
    if (request.socket.destroyed) return
    posts.set(thread, (posts.get(thread) ?? 0) + 1)
    waiting.get(thread)?.()
    waiting.delete(thread)
    response.end(JSON.stringify({ ok: true, channel: workspace.channel, ts: '1.1' }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    apiUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`,
    posts,
    posted: (thread) => new Promise((resolve) => waiting.set(thread, resolve)),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'

/** What a call of the Web API is answered with, instead of what it asks for. */
export interface Fault {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** A stand-in for Slack that answers everything at once, or as it is told to fail, and remembers whom it reached. */
export interface StandIn {
  readonly apiUrl: string
  /** A response_url of its own. */
  hook(id: string): string
  /** What has arrived for people: the thread, channel, trigger or response_url of everything that was taken. */
  readonly reached: ReadonlySet<string>
  /** Forgets that some places were reached. */
  forget(places: readonly string[]): void
  /** The texts that were posted, with where. */
  readonly texts: readonly string[]
  /** Decides of each call whether it fails; undefined lets it through. */
  failBy(rule: (method: string, sent: URLSearchParams) => Fault | undefined): void
  close(): void
}

/** Starts the stand-in on a free port of this machine. */
export async function startStandIn(): Promise<StandIn> {
  const reached = new Set<string>()
  const texts: string[] = []
  let rule: Parameters<StandIn['failBy']>[0] = () => undefined
  let posts = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const path = (request.url ?? '').slice(1)
    if (path.startsWith('hook/')) {
      reached.add(path)
      return answer(response, {})
    }
    const method = path.replace('api/', '')
    const sent = new URLSearchParams(body)
    const fault = method === 'auth.test' ? undefined : rule(method, sent)
    if (fault) return answer(response, fault)
    for (const name of ['thread_ts', 'channel', 'trigger_id', 'user']) {
      const value = sent.get(name)
      if (value !== null) reached.add(value)
    }
    texts.push(sent.get('text') ?? '')
    const ts = `${1_700_000_000 + ++posts}.000100`
    const told = {
      ok: true,
      ts,
      channel: sent.get('channel') ?? 'C1',
      user_id: 'U0BOT',
      bot_id: 'B0BOT',
      team_id: 'T1',
    }
    return answer(response, { body: told })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    apiUrl: `${base}/api/`,
    hook: (id) => `${base}/hook/${id}`,
    reached,
    texts,
    forget(places) {
      for (const place of places) reached.delete(place)
    },
    failBy(next) {
      rule = next
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function answer(response: ServerResponse, { status = 200, headers = {}, body = { ok: true } }: Fault): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

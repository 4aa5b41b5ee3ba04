import { randomBytes } from 'node:crypto'
import { createServer, request as forwardTo, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Log } from '../log.ts'
import { refuseRequest } from './http-guard.ts'
import { bind, closeServer, portOf, readBody, send, sendFile } from './http-server.ts'
import { parseJson } from './json.ts'
import { fileAt, loadPage, type PageFile } from './page-files.ts'
import { type Playground, type PlaygroundOptions, startPlayground } from './playground.ts'
import { usualLimits, type Visit, type VisitLimits, Visits } from './visits.ts'

/** What a playground on the internet is started with. */
export interface PublicOptions
  extends Pick<PlaygroundOptions, 'startBot' | 'manifest' | 'command' | 'tries' | 'unseeded'> {
  /** The port to listen at, on every address: a proxy with TLS stands in front. 0 takes a free one. */
  port: number
  /** The name, with its port unless it is the usual one, by which browsers reach it. */
  publicHost: string
  log: Pick<Log, 'info' | 'error'>
  limits?: VisitLimits
}

const SWEEP = 30_000
/** The prefix has browsers take it from this host alone, over TLS. */
const COOKIE = '__Host-visit'
const TEXT = 'text/plain; charset=utf-8'

/** What may be done to a visitor's own playground: how it fails is the host's business. */
const controlSchema = z.object({ do: z.enum(['reset', 'replay', 'clear-exchanges']) })
const RESET_WEIGHT = 10

/**
 * Serves the playground to the internet: each visitor gets a workspace of their own, with a bot of its own, in memory and
 * for a while. What a browser sends is passed on to the visitor's own playground, which listens on the loopback interface;
 * the Web API and everything else that only a bot needs is not reached from outside.
 */
export async function startPublicPlayground(options: PublicOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { log, publicHost, limits = usualLimits } = options
  const built = loadPage()
  const page = await built
  const start = (): Promise<Playground> =>
    startPlayground({
      ...options,
      port: 0,
      hosted: true,
      page: built,
      log: { info: () => undefined, error: log.error },
    })
  const visits = new Visits({
    start,
    limits,
    now: () => Date.now(),
    newId: () => randomBytes(18).toString('base64url'),
  })
  const server = createServer((request, response) => {
    answer({ visits, limits, publicHost, page }, request, response).catch((error: unknown) => {
      log.error('The playground could not answer', { error: String(error) })
      if (!response.headersSent) send(response, 500, TEXT, 'Something went wrong in the playground.')
    })
  })
  await bind(server, options.port, undefined)
  const sweeping = setInterval(() => void visits.sweep(), SWEEP)
  log.info(`The playground is open at https://${publicHost}, behind port ${portOf(server)}`)
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    async close() {
      clearInterval(sweeping)
      await closeServer(server)
      await visits.close()
    },
  }
}

interface Front {
  readonly visits: Visits
  readonly limits: VisitLimits
  readonly publicHost: string
  readonly page: ReadonlyMap<string, PageFile>
}

async function answer(front: Front, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { method = 'GET' } = request
  if (request.url === '/healthz') return send(response, 200, TEXT, 'ok')
  const refusal = refuseRequest(request, [front.publicHost])
  if (refusal !== undefined) return send(response, 403, TEXT, refusal)
  const { pathname } = new URL(request.url ?? '/', 'http://visitor')
  const file = fileAt(front.page, pathname)
  if (file && (method === 'GET' || method === 'HEAD')) return servePage(front, request, response, pathname, file)
  const visit = front.visits.find(visitOf(request))
  if (visit === undefined) return send(response, 403, TEXT, 'Your workspace has ended. Reload the page for a new one.')
  if (method === 'GET' && pathname === '/playground/live') return watch(visit, request, response)
  if (method === 'GET' && pathname.startsWith('/files-pri/')) return forward(visit, request, response)
  if (method === 'POST' && (pathname === '/playground/act' || pathname === '/playground/control')) {
    return doSomething(front, visit, request, response, pathname)
  }
  return send(response, 404, TEXT, 'There is nothing here.')
}

/** The page is the same for all. Whoever looks at it without a workspace gets one. */
async function servePage(
  { visits }: Front,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  file: PageFile,
): Promise<unknown> {
  if (pathname !== '/' || request.method === 'HEAD' || visits.find(visitOf(request))) {
    return sendFile(response, file)
  }
  const visit = await visits.begin()
  if (visit === undefined) {
    const headers = { 'retry-after': '120' }
    return send(response, 503, TEXT, 'All places are taken just now. Please come again in some minutes.', headers)
  }
  const cookie = `${COOKIE}=${visit.id}; Path=/; Secure; HttpOnly; SameSite=Lax`
  return sendFile(response, file, { 'set-cookie': cookie })
}

async function watch(visit: Visit, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const close = visit.openWindow()
  if (close === undefined) return send(response, 429, TEXT, 'That is one window too many.')
  response.once('close', close)
  return forward(visit, request, response)
}

async function doSomething(
  { limits }: Front,
  visit: Visit,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<unknown> {
  const body = await readBody(request, limits.request)
  if (body === undefined) return send(response, 413, TEXT, 'That is too large.')
  const control = pathname === '/playground/control' ? controlSchema.safeParse(parseJson(body.toString())) : undefined
  if (control && !control.success) return send(response, 403, TEXT, 'That is not to be changed here.')
  if (!visit.mayDo(body.byteLength, control?.data?.do === 'reset' ? RESET_WEIGHT : 1)) {
    return send(response, 429, TEXT, 'That is too much at once. Wait a minute, or reload for a new workspace later.')
  }
  return forward(visit, request, response, body)
}

/** Passes a request on to the visitor's playground, as one of its own. */
async function forward(visit: Visit, request: IncomingMessage, response: ServerResponse, body?: Buffer): Promise<void> {
  const { url } = await visit.playground
  const type = request.headers['content-type']
  await new Promise<void>((resolve, reject) => {
    const outgoing = forwardTo(
      `${url}${request.url}`,
      { method: request.method ?? 'GET', headers: type === undefined ? {} : { 'content-type': type } },
      (incoming) => {
        response.writeHead(incoming.statusCode ?? 502, incoming.headers)
        incoming.pipe(response)
        incoming.once('end', resolve)
        incoming.once('error', reject)
      },
    )
    outgoing.once('error', (error) => (response.destroyed ? resolve() : reject(error)))
    response.once('close', () => {
      outgoing.destroy()
      resolve()
    })
    outgoing.end(body)
  })
}

const visitOf = ({ headers: { cookie = '' } }: IncomingMessage): string =>
  cookie
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1) ?? ''

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartError } from '../errors.ts'
import { loopbackHosts, refuseRequest, securityHeaders } from './http-guard.ts'
import type { PageFile } from './page-files.ts'

const LARGEST_BODY = 25_000_000

/** A request with what routes need of it. */
export interface Incoming {
  method: string
  path: string
  url: string
  query: URLSearchParams
  headers: { [name: string]: string }
  body: Buffer
  raw: IncomingMessage
}

/** Answers one kind of request; false passes it on. */
export type Route = (request: Incoming, response: ServerResponse) => Promise<boolean> | boolean

/** A server on the loopback interface only. */
export interface LoopbackServer {
  port: number
  close(): Promise<void>
}

/** Listens on 127.0.0.1; rejects with a clear message when the port is taken. */
export async function listen(
  port: number,
  routes: readonly Route[],
  onError: (error: unknown) => void,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    handle(server, routes, request, response).catch((error: unknown) => {
      onError(error)
      if (!response.headersSent) send(response, 500, 'text/plain', 'Something went wrong in the playground.')
    })
  })
  await bind(server, port, '127.0.0.1')
  return {
    port: portOf(server),
    close: () => closeServer(server),
  }
}

/** Answers with a body. */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Buffer,
  headers: { readonly [name: string]: string } = {},
): true {
  response.writeHead(status, { ...securityHeaders, 'content-type': contentType, ...headers })
  response.end(body)
  return true
}

/** Answers with a file of the page. */
export function sendFile(
  response: ServerResponse,
  { contentType, bytes, immutable }: PageFile,
  headers: { readonly [name: string]: string } = {},
): true {
  const caching = immutable ? 'public, max-age=31536000, immutable' : 'no-store'
  return send(response, 200, contentType, bytes, { 'cache-control': caching, ...headers })
}

async function handle(
  server: Server,
  routes: readonly Route[],
  raw: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = refuseRequest(raw, loopbackHosts(portOf(server)))
  if (refusal !== undefined) {
    send(response, 403, 'text/plain; charset=utf-8', refusal)
    return
  }
  const url = new URL(raw.url ?? '/', `http://${raw.headers.host}`)
  const body = await readBody(raw, LARGEST_BODY)
  if (body === undefined) {
    send(response, 413, 'text/plain', 'That is too large.')
    return
  }
  const headers = Object.fromEntries(
    Object.entries(raw.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
  const request = {
    method: raw.method ?? 'GET',
    path: url.pathname,
    url: url.href,
    query: url.searchParams,
    headers,
    body,
    raw,
  }
  for (const route of routes) {
    if (await route(request, response)) return
  }
  send(response, 404, 'text/plain', 'There is nothing here.')
}

/** The body of a request; undefined where it has more than `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.byteLength
    if (length > most) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Listens at a port of an address, or of all; rejects with a clear message when it is taken. */
export function bind(server: Server, port: number, address: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is taken: set another PORT, or stop what listens there.`)
          : error,
      )
    })
    server.listen(port, address, resolve)
  })
}

/** Stops listening, and ends whatever is still open. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** The port at which a server listens. */
export function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

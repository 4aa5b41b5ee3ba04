import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { StartError } from './errors.ts'
import type { Readiness } from './readiness.ts'

export interface StatusServerOptions {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  readonly readiness: Pick<Readiness, 'look'>
  /** The metrics as Prometheus reads them. */
  readonly metrics: { text(): Promise<string>; readonly contentType: string }
}

export interface StatusServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * Tells whoever runs the process how it is, on a port of its own: /healthz, /readyz and /metrics. It asks nobody who
 * they are. Rejects with a StartError when the port is taken.
 */
export async function startStatusServer(options: StatusServerOptions): Promise<StatusServer> {
  const { host, port, readiness, metrics } = options
  const routes: Readonly<Record<string, (response: ServerResponse) => Promise<unknown>>> = {
    '/healthz': async (response) => response.writeHead(200).end('ok'),
    '/readyz': (response) => answerReadiness(readiness, response),
    '/metrics': async (response) => {
      const text = await metrics.text()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    },
  }
  const server = createServer((request, response) => {
    const route = routes[new URL(request.url ?? '/', 'http://status').pathname]
    if (!route || request.method !== 'GET') return void response.writeHead(404).end()
    route(response).catch(() => response.writeHead(500).end())
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reason = code === 'EADDRINUSE' ? 'is taken' : `can't be used (${code})`
    throw new StartError(`Port ${port} on ${host} ${reason}: set another METRICS_PORT or METRICS_HOST.`)
  }
  const address = server.address()
  return {
    url: `http://${host}:${typeof address === 'object' && address ? address.port : port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** 200 "ready", or 503 with what is wrong. */
export async function answerReadiness(readiness: Pick<Readiness, 'look'>, response: ServerResponse): Promise<void> {
  const problems = await readiness.look()
  if (problems.length === 0) response.writeHead(200).end('ready')
  else response.writeHead(503).end(problems.join('\n'))
}

import type { App, ReceiverEvent, webApi } from '@slack/bolt'
import type { CallOutcome, Metrics, RequestSurface } from '../metrics.ts'
import { surface } from './surface.ts'

const seconds = (since: number): number => (performance.now() - since) / 1000

/** Counts and times every request that an app is handed by its receiver, and how long Slack waits for each. */
export function measureRequests(app: Pick<App, 'processEvent'>, metrics: Metrics): void {
  const processEvent = app.processEvent.bind(app)
  app.processEvent = async (delivered) => {
    const started = performance.now()
    const from = surfaceOf(delivered)
    const ack: typeof delivered.ack = async (response) => {
      metrics.acknowledged(from, seconds(started))
      await delivered.ack(response)
    }
    try {
      await processEvent({ ...delivered, ack })
    } finally {
      metrics.requested(from, seconds(started))
    }
  }
}

const surfaces: Readonly<Record<string, RequestSurface>> = {
  event_callback: 'event',
  block_actions: 'action',
  message_action: 'shortcut',
  shortcut: 'shortcut',
  view_submission: 'view',
  view_closed: 'view',
}

function surfaceOf({ body }: ReceiverEvent): RequestSurface {
  if ('command' in body) return 'command'
  return surfaces[String(body.type)] ?? 'other'
}

/** Counts and times every call to Slack by its method; what has none is a response_url or an upload. */
export function measureCalls(fetch: webApi.FetchFunction, apiUrl: string, metrics: Metrics): webApi.FetchFunction {
  return async (url, init) => {
    const started = performance.now()
    const method = methodOf(url, apiUrl)
    const told = (outcome: CallOutcome) => metrics.slackCalled(method, outcome, seconds(started))
    try {
      const response = await fetch(url, init)
      told(response.ok ? 'answered' : response.status === 429 ? 'rate_limited' : 'failed')
      return response
    } catch (error) {
      told('unreachable')
      throw error
    }
  }
}

const methods = new Set(Object.keys(surface.methods))

function methodOf(url: string | URL, apiUrl: string): string {
  const { href, hostname } = new URL(url)
  const method = href.startsWith(apiUrl) ? (href.slice(apiUrl.length).replace(/^\//, '').split('?')[0] ?? '') : ''
  if (methods.has(method)) return method
  return hostname.startsWith('hooks.') ? 'response_url' : 'other'
}

import type { Violation } from './block-kit/violation.ts'
import { parseJson } from './json.ts'
import type { Answer, Exchange } from './protocol.ts'
import { signatureHeaders } from './signing.ts'
import type { World } from './world.ts'

const DEADLINE = 3000

/** A request that Slack sends to the app. */
export interface Outgoing {
  kind: string
  summary: string
  contentType: 'application/json' | 'application/x-www-form-urlencoded'
  body: string
  /** The body as the inspector shows it. */
  shown: unknown
  headers?: { [name: string]: string }
  retry?: number
  replayOf?: number
}

/** What came of a request: an answer, or why there is none. */
export type Delivery = { exchange: number } & (
  | { answer: Answer }
  | { problem: 'operation_timeout' | 'dispatch_failed' }
)

/** Signs a request, sends it to the app and waits three seconds for its acknowledgement. */
export async function deliver(world: World, outgoing: Outgoing): Promise<Delivery> {
  const url = `${world.botUrl}/slack/events`
  const headers = {
    'content-type': outgoing.contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signatureHeaders(world.signingSecret, outgoing.body, world.now()),
    ...outgoing.headers,
  }
  const { id } = world.exchanges.begin({ ...describe(outgoing), at: world.now(), url, headers })
  await world.timers.wait(world.dials.deliveryLatency)
  const start = performance.now()
  try {
    const signal = AbortSignal.timeout(DEADLINE)
    const response = await fetch(url, { method: 'POST', headers, body: outgoing.body, signal, redirect: 'manual' })
    const body = await response.text()
    const answer: Answer = {
      status: response.status,
      milliseconds: Math.round(performance.now() - start),
      headers: Object.fromEntries(response.headers),
      body,
    }
    world.exchanges.finish(id, { answer, ...(response.ok ? {} : { problem: `answered ${response.status}` }) })
    return { exchange: id, answer }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    const problem = timedOut ? 'operation_timeout' : 'dispatch_failed'
    world.exchanges.finish(id, { problem })
    return { exchange: id, problem }
  }
}

/** The blocks in an acknowledgement, judged; noted with its exchange. */
export function noteViolations(world: World, exchange: number, violations: Violation[]): void {
  world.exchanges.finish(exchange, { violations, judged: true })
}

/** The acknowledgement's JSON, if it is any. */
export function acknowledged(delivery: Delivery): unknown {
  return 'answer' in delivery && delivery.answer.body !== '' ? parseJson(delivery.answer.body) : undefined
}

/** Whether the app acknowledged with success. */
export function isAcknowledged(delivery: Delivery): boolean {
  return 'answer' in delivery && delivery.answer.status >= 200 && delivery.answer.status < 300
}

function describe(
  outgoing: Outgoing,
): Pick<Exchange, 'direction' | 'kind' | 'summary' | 'body' | 'violations' | 'judged' | 'retry' | 'replayOf'> {
  return {
    direction: 'to-app',
    kind: outgoing.kind,
    summary: outgoing.summary,
    body: outgoing.shown,
    violations: [],
    judged: false,
    ...(outgoing.retry === undefined ? {} : { retry: outgoing.retry }),
    ...(outgoing.replayOf === undefined ? {} : { replayOf: outgoing.replayOf }),
  }
}

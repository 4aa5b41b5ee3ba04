import nock from 'nock'
import { newHook } from './slack-payloads.ts'

/** A response_url of one request, with what was sent to it. */
export interface ResponseUrl {
  /** Its path, for the payload that carries it. */
  readonly hook: string
  readonly received: readonly Readonly<Record<string, unknown>>[]
}

/** Stands in for hooks.slack.com, which no emulator does. Each status answers one use, the last all that follow. */
export function takeResponses(...statuses: readonly number[]): ResponseUrl {
  const hook = newHook()
  const received: Record<string, unknown>[] = []
  nock('https://hooks.slack.com')
    .post(hook, (body: Record<string, unknown>) => received.push(body) > 0)
    .reply(() => [statuses[Math.min(received.length, statuses.length) - 1] ?? 200, 'ok'])
    .persist()
  return { hook, received }
}

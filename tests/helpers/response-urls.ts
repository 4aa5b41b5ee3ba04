import nock from 'nock'
import { vi } from 'vitest'
import { z } from 'zod'
import { newHook, slashCommand } from './slack-payloads.ts'
import type { WholeApp } from './whole-app.ts'

/** A response_url of one request, with what was sent to it. */
export interface ResponseUrl {
  /** Its path, for the payload that carries it. */
  readonly hook: string
  readonly received: readonly Readonly<Record<string, unknown>>[]
}

/**
 * Stands in for hooks.slack.com, which no emulator does. Each status, or code of Slack's against a message, answers one
 * use, the last all that follow.
 */
export function takeResponses(...statuses: readonly (number | string)[]): ResponseUrl {
  const hook = newHook()
  const received: Record<string, unknown>[] = []
  nock('https://hooks.slack.com')
    .post(hook, (body: Record<string, unknown>) => received.push(body) > 0)
    .reply(() => {
      const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200
      return typeof status === 'number' ? [status, 'ok'] : [200, JSON.stringify({ ok: false, error: status })]
    })
    .persist()
  return { hook, received }
}

const cardSchema = z.object({
  response_type: z.literal('ephemeral'),
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })),
})

/** The card that `/mesh` answers to its asker alone, within its acknowledgement or by its response_url. */
export async function answerOf(app: Pick<WholeApp, 'send'>, text: string): Promise<z.infer<typeof cardSchema>> {
  const { hook, received } = takeResponses(200)
  const acknowledged = await (await app.send(slashCommand(text, { hook }))).text()
  if (acknowledged !== '') return cardSchema.parse(JSON.parse(acknowledged))
  return vi.waitFor(() => cardSchema.parse(received[0]))
}

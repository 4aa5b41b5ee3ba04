import { createHmac } from 'node:crypto'

export const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5'

export interface SlackRequest {
  readonly body: string
  readonly type: 'application/json' | 'application/x-www-form-urlencoded'
  /** In seconds; now unless said otherwise. */
  readonly timestamp?: number
  readonly secret?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Sends a request as Slack does: signed over its raw body (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function sendSigned(botUrl: string, request: SlackRequest): Promise<Response> {
  const { body, type, timestamp = Math.floor(Date.now() / 1000), secret = signingSecret, headers, signal } = request
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return fetch(`${botUrl}/slack/events`, {
    method: 'POST',
    body,
    ...(signal ? { signal } : {}),
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
  })
}

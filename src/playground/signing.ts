import { createHmac } from 'node:crypto'

/** The headers by which an app knows that a request comes from Slack. */
export function signatureHeaders(signingSecret: string, body: string, at: number): { [name: string]: string } {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` }
}

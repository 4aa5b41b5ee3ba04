import { isObject, parseJson } from '../json.ts'
import { respond } from '../slack/respond.ts'
import { validateMessage } from '../validate-blocks.ts'
import type { World } from '../world.ts'
import { refusal } from './prepare.ts'

/** Answers an app that uses a response_url. */
export async function handleResponse(
  world: World,
  token: string,
  request: { body: string; headers: { [name: string]: string }; url: string },
): Promise<{ status: number; body: string }> {
  const message = parseJson(request.body)
  const empty = isObject(message) && message.delete_original === true
  const violations = empty ? [] : validateMessage(message)
  const exchange = world.exchanges.begin({
    at: world.now(),
    direction: 'response-url',
    kind: 'response_url',
    summary: isObject(message) ? String(message.text ?? '').slice(0, 120) : '',
    url: request.url,
    headers: request.headers,
    body: message ?? request.body,
    violations,
    judged: !empty,
  })
  const start = performance.now()
  const answer = await answerResponse(world, token, message, violations)
  world.exchanges.finish(exchange.id, {
    answer: {
      status: answer.status,
      milliseconds: Math.round(performance.now() - start),
      headers: { 'content-type': 'application/json' },
      body: answer.body,
    },
  })
  return answer
}

async function answerResponse(
  world: World,
  token: string,
  message: unknown,
  violations: ReturnType<typeof validateMessage>,
): Promise<{ status: number; body: string }> {
  if (!isObject(message)) return refused(400, 'invalid_payload')
  const target = world.responseUrls.use(token)
  if ('error' in target) return refused(404, target.error)
  if (world.dials.refuseInvalidBlocks && refusal('chat.postMessage', violations)) return refused(400, 'invalid_blocks')
  const { error } = await respond(world, target, message)
  return error === undefined ? { status: 200, body: '{"ok":true}' } : refused(400, error)
}

function refused(status: number, error: string): { status: number; body: string } {
  return { status, body: JSON.stringify({ ok: false, error }) }
}

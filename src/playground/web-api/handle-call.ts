import { nextFailure } from '../dials.ts'
import { isObject, type JsonObject, parseJson, stringAt } from '../json.ts'
import type { Dials } from '../protocol.ts'
import { turnDials, type World } from '../world.ts'
import { parseArguments } from './arguments.ts'
import { effects } from './effects.ts'
import { localMethods } from './local-methods.ts'
import { judge, outsider, prepare, refusal } from './prepare.ts'

/** A Web API call as it came in. */
export interface Call {
  method: string
  contentType: string
  authorization: string
  query: URLSearchParams
  body: string
  headers: { [name: string]: string }
  url: string
}

/** What to answer; `lost` breaks the connection instead. */
export interface CallAnswer {
  status: number
  headers: { [name: string]: string }
  body: string
  lost: boolean
}

/** Answers a call of the app: recorded, judged, delayed or failed as dialled, else by the emulator or in its place. */
export async function handleCall(world: World, call: Call): Promise<CallAnswer> {
  const { method } = call
  const args = parseArguments(call.contentType, call.body, call.query)
  const violations = judge(method, args)
  const { token, ...shown } = args
  const exchange = world.exchanges.begin({
    at: world.now(),
    direction: 'web-api',
    kind: method,
    summary: summaryOf(args),
    url: call.url,
    headers: { ...call.headers, authorization: masked(call.authorization) },
    body: shown,
    violations: violations ?? [],
    judged: violations !== undefined,
  })
  const start = performance.now()
  await world.timers.wait(world.dials.apiLatency)
  const { failure, after } = nextFailure(world.dials, method)
  if (after !== world.dials) turnDials(world, after)
  const bearer = call.authorization || (typeof token === 'string' ? `Bearer ${token}` : '')
  const answer = failure === 'none' ? await answerCall(world, method, shown, bearer) : failed(failure, world.dials)
  world.exchanges.finish(exchange.id, {
    answer: {
      status: answer.status,
      milliseconds: Math.round(performance.now() - start),
      headers: answer.headers,
      body: answer.body,
    },
    ...(failure === 'none' ? {} : { problem: `dialled in: ${failure}` }),
  })
  return answer
}

async function answerCall(world: World, method: string, args: JsonObject, bearer: string): Promise<CallAnswer> {
  if (bearer !== `Bearer ${world.identity.botToken}`) {
    return asJson({ ok: false, error: bearer === '' ? 'not_authed' : 'invalid_auth' })
  }
  const violations = judge(method, args)
  const refused = violations && world.dials.refuseInvalidBlocks ? refusal(method, violations) : undefined
  const answered = refused ?? outsider(world, method, args)
  if (answered !== undefined) return asJson(answered)
  const prepared = prepare(world, method, args)
  const local = Object.hasOwn(localMethods, method) ? localMethods[method] : undefined
  if (local) return asJson(await local(world, prepared))
  const { status, answer } = await forward(world, method, prepared, bearer)
  if (answer.ok === true && Object.hasOwn(effects, method)) await effects[method]?.(world, prepared, answer)
  return { ...asJson(answer), status }
}

async function forward(
  world: World,
  method: string,
  args: JsonObject,
  bearer: string,
): Promise<{ status: number; answer: JsonObject }> {
  const { emulator, publicUrl } = world
  const response = await fetch(`${emulator.url}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: bearer },
    body: JSON.stringify(args),
  })
  if (response.status === 404)
    return { status: 200, answer: { ok: false, error: 'unknown_method', req_method: method } }
  const text = (await response.text()).replaceAll(emulator.advertisedUrl, publicUrl)
  const answer = parseJson(text)
  return { status: response.status, answer: isObject(answer) ? answer : { ok: false, error: 'internal_error' } }
}

function failed(failure: Exclude<Dials['apiFailure'], 'none'>, dials: Dials): CallAnswer {
  switch (failure) {
    case 'rate_limited':
      return {
        ...asJson({ ok: false, error: 'ratelimited' }),
        status: 429,
        headers: { 'content-type': 'application/json', 'retry-after': String(dials.retryAfter) },
      }
    case 'server_error':
      return { status: 503, headers: { 'content-type': 'text/plain' }, body: 'upstream connect error', lost: false }
    case 'connection_lost':
      return { status: 0, headers: {}, body: '', lost: true }
  }
}

function asJson(answer: JsonObject): CallAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(answer),
    lost: false,
  }
}

function summaryOf(args: JsonObject): string {
  const parts = ['channel', 'user', 'user_id', 'ts', 'text'].flatMap((key) => stringAt(args, key) ?? [])
  return parts.join(' · ').slice(0, 120)
}

function masked(authorization: string): string {
  return authorization === '' ? '' : `${authorization.slice(0, 12)}…`
}

import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { actSchema } from './act.ts'
import { type Control, controlSchema } from './control-request.ts'
import { type Incoming, type Route, send, sendFile } from './http-server.ts'
import { parseJson } from './json.ts'
import { fileAt, type PageFile } from './page-files.ts'
import { perform } from './perform.ts'
import type { Member, Outcome, Patch } from './protocol.ts'
import { handleCall } from './web-api/handle-call.ts'
import { handleResponse } from './web-api/handle-response.ts'
import { snapshotFor, type World } from './world.ts'

const HEARTBEAT = 15_000
const JSON_TYPE = 'application/json; charset=utf-8'
const actRequest = z.object({ as: z.string(), act: actSchema })

/** What the routes stand on. */
export interface RouteContext {
  world: () => World
  page: Promise<ReadonlyMap<string, PageFile>>
  control: (wanted: Control) => Promise<Outcome>
}

/** Every route of the playground: for the app, Slack's; for the windows, their own. */
export function routes(context: RouteContext): Route[] {
  return [
    (request, response) => webApi(context.world(), request, response),
    (request, response) => responseUrl(context.world(), request, response),
    (request, response) => files(context.world(), request, response),
    (request, response) => live(context.world(), request, response),
    (request, response) => act(context.world(), request, response),
    (request, response) => control(context, request, response),
    (request, response) => page(context, request, response),
  ]
}

async function webApi(world: World, request: Incoming, response: ServerResponse): Promise<boolean> {
  const method = /^\/api\/([\w.]+)$/.exec(request.path)?.[1]
  if (method === undefined) return false
  const answer = await handleCall(world, {
    method,
    contentType: request.headers['content-type'] ?? '',
    authorization: request.headers.authorization ?? '',
    query: request.query,
    body: request.body.toString(),
    headers: request.headers,
    url: request.url,
  })
  if (answer.lost) {
    response.destroy()
    return true
  }
  const { 'content-type': contentType = JSON_TYPE, ...headers } = answer.headers
  return send(response, answer.status, contentType, answer.body, headers)
}

async function responseUrl(world: World, request: Incoming, response: ServerResponse): Promise<boolean> {
  const token = /^\/response\/([\w-]+)$/.exec(request.path)?.[1]
  if (token === undefined || request.method !== 'POST') return false
  const { headers, url } = request
  const { status, body } = await handleResponse(world, token, { body: request.body.toString(), headers, url })
  return send(response, status, JSON_TYPE, body)
}

async function files(world: World, request: Incoming, response: ServerResponse): Promise<boolean> {
  if (!/^\/(upload\/v1|files-pri)\//.test(request.path)) return false
  const own = request.headers.authorization
  const tokens = own
    ? [own]
    : [world.identity.botToken, ...world.identity.personTokens.values()].map((t) => `Bearer ${t}`)
  const posted = request.method === 'POST'
  for (const authorization of tokens) {
    const answer = await fetch(`${world.emulator.url}${request.path}`, {
      method: posted ? 'POST' : 'GET',
      headers: { authorization, 'content-type': request.headers['content-type'] ?? 'application/octet-stream' },
      ...(posted ? { body: new Uint8Array(request.body) } : {}),
    })
    if (!answer.ok) continue
    const type = answer.headers.get('content-type') ?? 'application/octet-stream'
    // Whatever was uploaded may be looked at, but never runs as a page of this origin.
    const inert = type.startsWith('image/') && !type.includes('svg') ? type : 'application/octet-stream'
    return send(response, answer.status, posted ? 'text/plain' : inert, Buffer.from(await answer.arrayBuffer()))
  }
  return send(response, 404, 'text/plain', 'file_not_found')
}

function live(world: World, request: Incoming, response: ServerResponse): boolean {
  if (request.path !== '/playground/live' || request.method !== 'GET') return false
  const person = personNamed(world, request.query.get('as') ?? '')
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const write = (patch: Patch) => response.write(`data: ${JSON.stringify(patch)}\n\n`)
  write({ kind: 'snapshot', snapshot: snapshotFor(world, person.id) })
  const close = world.feed.open(person.name, person.id, write)
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT)
  request.raw.on('close', () => {
    clearInterval(heartbeat)
    close()
  })
  return true
}

async function act(world: World, request: Incoming, response: ServerResponse): Promise<boolean> {
  if (request.path !== '/playground/act') return false
  const wanted = readJson(request, actRequest)
  if (wanted === undefined) return send(response, 400, JSON_TYPE, '{"ok":false,"error":"Not understood."}')
  const outcome = await perform(world, personNamed(world, wanted.as), wanted.act)
  return send(response, 200, JSON_TYPE, JSON.stringify(outcome))
}

async function control(context: RouteContext, request: Incoming, response: ServerResponse): Promise<boolean> {
  if (request.path !== '/playground/control') return false
  const wanted = readJson(request, controlSchema)
  if (wanted === undefined) return send(response, 400, JSON_TYPE, '{"ok":false,"error":"Not understood."}')
  return send(response, 200, JSON_TYPE, JSON.stringify(await context.control(wanted)))
}

async function page(context: RouteContext, request: Incoming, response: ServerResponse): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const file = fileAt(await context.page, request.path)
  return file !== undefined && sendFile(response, file)
}

// JSON only: a form on another site can't send it without asking first.
function readJson<T>(request: Incoming, schema: z.ZodType<T>): T | undefined {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  if (request.method !== 'POST' || !isJson) return undefined
  const parsed = schema.safeParse(parseJson(request.body.toString()))
  return parsed.success ? parsed.data : undefined
}

function personNamed(world: World, name: string): Member {
  const people = world.workspace.members.filter((member) => member.kind === 'person')
  const person = people.find((candidate) => candidate.name === name) ?? people[0]
  if (person === undefined) throw new Error('The workspace has no people')
  return person
}

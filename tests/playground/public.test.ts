import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Playground } from '../../src/playground/playground.ts'
import { startPublicPlayground } from '../../src/playground/public-playground.ts'
import { usualLimits, Visits } from '../../src/playground/visits.ts'
import { stubManifest } from './start.ts'
import { startStubBot } from './stub-bot.ts'

const publicHost = 'demo.example.com'
let playground: Awaited<ReturnType<typeof startPublicPlayground>>

beforeAll(async () => {
  playground = await startPublicPlayground({
    port: 0,
    publicHost,
    manifest: stubManifest,
    unseeded: true,
    startBot: startStubBot,
    log: { info: () => undefined, error: (text) => expect.unreachable(text) },
    limits: { ...usualLimits, most: 2, actsPerMinute: 12, windows: 1, request: 2_000 },
  })
})
afterAll(() => playground.close())

interface Asked {
  readonly method?: string
  readonly cookie?: string | undefined
  readonly host?: string
  readonly body?: unknown
  /** What of a stream is waited for. */
  readonly until?: RegExp
}

interface Answered {
  readonly status: number
  readonly body: string
  readonly cookie: string | undefined
  readonly response: IncomingMessage
}

function ask(path: string, { method = 'GET', cookie, host = publicHost, body, until }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${playground.url}${path}`,
      {
        method,
        headers: {
          host,
          ...(cookie === undefined ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json', origin: `https://${publicHost}` }),
        },
      },
      (response) => {
        let text = ''
        const done = () => {
          const [set] = response.headers['set-cookie'] ?? []
          resolve({ status: response.statusCode ?? 0, body: text, cookie: set?.split(';')[0], response })
        }
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
          if (until?.test(text)) done()
        })
        response.on('end', done)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** What somebody's window shows first. */
async function look(cookie: string | undefined): Promise<Answered> {
  const seen = await ask('/playground/live?as=ada', { cookie, until: /\n\n/ })
  seen.response.destroy()
  return seen
}

const say = (cookie: string | undefined, conversation: string, text: string) =>
  ask('/playground/act', { method: 'POST', cookie, body: { as: 'ada', act: { do: 'say', conversation, text } } })

const randomIn = (snapshot: string): string => /"id":"(\w+)","kind":"channel","name":"random"/.exec(snapshot)?.[1] ?? ''

describe('a playground on the internet', { timeout: 60_000 }, () => {
  it('gives each visitor a workspace of their own, and no more of them than there are places', async () => {
    const [ada, ben] = [await ask('/'), await ask('/')]
    for (const { status, cookie } of [ada, ben]) {
      expect(status).toBe(200)
      expect(cookie).toMatch(/^__Host-visit=[\w-]{20,}$/)
    }
    expect(await ask('/')).toMatchObject({ status: 503, body: expect.stringContaining('All places are taken') })
    expect((await ask('/', { cookie: ada.cookie })).cookie).toBeUndefined()

    const first = await look(ada.cookie)
    expect(first.body).toContain('"hosted":true')
    expect((await say(ada.cookie, randomIn(first.body), 'only for me')).status).toBe(200)
    expect((await look(ada.cookie)).body).toContain('only for me')
    expect((await look(ben.cookie)).body).not.toContain('only for me')
  })

  it('lets nobody at what only bots need, at the dials, or in by another name', async () => {
    const { cookie } = await ask('/')
    expect(cookie).toBeUndefined()
    expect((await ask('/', { host: 'other.example.com' })).status).toBe(403)
    expect((await ask('/playground/live')).status).toBe(403)
    expect((await ask('/api/auth.test', { method: 'POST' })).status).toBe(403)
    expect((await ask('/healthz', { host: 'probe' })).status).toBe(200)
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, cookie: undefined, body: '' })
  })
})

test('a visitor can send no more than is allowed, in one request and within a minute', async () => {
  const visits = await startPublicPlayground({
    port: 0,
    publicHost,
    manifest: stubManifest,
    unseeded: true,
    startBot: startStubBot,
    log: { info: () => undefined, error: () => undefined },
    limits: { ...usualLimits, actsPerMinute: 3, windows: 1, request: 2_000 },
  })
  const before = playground
  playground = visits
  try {
    const { cookie } = await ask('/')
    const conversation = randomIn((await look(cookie)).body)
    expect((await ask('/api/auth.test', { method: 'POST', cookie })).status).toBe(404)
    expect((await say(cookie, conversation, 'x'.repeat(3_000))).status).toBe(413)
    const control = (body: unknown) => ask('/playground/control', { method: 'POST', cookie, body })
    expect((await control({ do: 'dials', dials: {} })).status).toBe(403)
    expect((await control({ do: 'reset' })).status).toBe(429)
    const said = []
    for (const text of ['one', 'two', 'three', 'four']) said.push((await say(cookie, conversation, text)).status)
    expect(said).toEqual([200, 200, 200, 429])
    const window = await ask('/playground/live?as=ada', { cookie, until: /\n\n/ })
    expect((await ask('/playground/live?as=ben', { cookie })).status).toBe(429)
    window.response.destroy()
  } finally {
    playground = before
    await visits.close()
  }
}, 60_000)

test('a visit ends when its time is over, or nobody is there any more', async () => {
  let now = 0
  let ids = 0
  const closed: string[] = []
  const limits = { ...usualLimits, most: 3, begunPerMinute: 3, idle: 100, lifetime: 1_000 }
  const start = async (): Promise<Playground> => {
    const url = `${ids}`
    return {
      url,
      credentials: { botToken: '', signingSecret: '', apiUrl: '', botUserId: '', teamId: '' },
      played: Promise.resolve(),
      close: async () => void closed.push(url),
    }
  }
  const visits = new Visits({ start, limits, now: () => now, newId: () => `visit ${++ids}` })
  const [watched, idle, used] = [await visits.begin(), await visits.begin(), await visits.begin()]
  expect(await visits.begin()).toBeUndefined()
  const closeWindow = watched?.openWindow()
  now = 60
  expect(visits.find(used?.id ?? '')).toBe(used)
  now = 120
  await visits.sweep()
  expect(closed).toHaveLength(1)
  expect(visits.find(idle?.id ?? '')).toBeUndefined()
  expect(visits.find(watched?.id ?? '')).toBe(watched)
  now = 1_000
  expect(visits.find(watched?.id ?? '')).toBeUndefined()
  closeWindow?.()
  await visits.close()
  expect(closed).toHaveLength(3)
})

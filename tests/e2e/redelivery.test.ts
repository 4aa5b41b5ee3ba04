import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { LEASE } from '../../src/storage/claims.ts'
import type { DatabasePlace } from '../../src/storage/location.ts'
import { fakeMeshwise } from '../helpers/fake-meshwise.ts'
import { startPostgres } from '../helpers/postgres.ts'
import { eventCallback, mention, workspace } from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

vi.setConfig({ testTimeout: 60_000 })

const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
const postgres = await startPostgres()
const { channel } = workspace

let slack: Workspace
let apps: WholeApp[]
let time: number

beforeEach(async () => {
  slack = await startWorkspace(['chat:write'])
  apps = []
  time = Date.now()
})
afterEach(async () => {
  for (const app of apps) await app.close()
  await slack.close()
})
afterAll(async () => {
  await postgres?.close()
  rmSync(directory, { recursive: true })
})

const inFile = (): DatabasePlace => ({ kind: 'sqlite', file: join(directory, `${crypto.randomUUID()}.db`) })

async function startReplica(database: DatabasePlace): Promise<WholeApp> {
  const app = await startWholeApp({
    apiUrl: `${slack.url}/api/`,
    createMeshwise: () => fakeMeshwise,
    database,
    now: () => new Date(time),
  })
  apps.push(app)
  return app
}

async function mentioned() {
  const ts = await slack.say('@Meshwise hello')
  return { ts, event: eventCallback(mention({ text: 'hello', ts })) }
}

test('an event is acknowledged once its answer is there', async () => {
  const app = await startReplica(inFile())
  const { event } = await mentioned()
  const response = await app.send(event)
  expect(response.status).toBe(200)
  expect(await slack.botMessages(channel)).toHaveLength(1)
})

test.each([
  ['a message', 'message', {}],
  ['a program’s thread', 'program', { bot_id: 'B0ANOTHER', user: 'U0ANOTHER' }],
])('%s that a replica died over is not acknowledged by others until one has answered it', async (_, kind, by) => {
  const database = inFile()
  const died = await startReplica(database)
  const app = await startReplica(database)
  const ts = await slack.say('@Meshwise hello')
  const event = eventCallback(mention({ text: 'hello', ts, ...by }))
  const { team_id: teamId } = z.object({ team_id: z.string() }).parse(await slack.call('auth.test', {}))
  await died.edge.storage.claims.take({ teamId, key: `${kind} ${channel} ${ts}` })
  expect((await app.send(event)).status).toBe(503)
  expect(await slack.botMessages(channel)).toHaveLength(0)
  expect(app.logged.join('\n')).not.toContain('error')
  time += LEASE + 1
  expect((await app.send(event)).status).toBe(200)
  expect((await app.send(event)).status).toBe(200)
  expect(await slack.botMessages(channel)).toHaveLength(1)
})

test('a question that fails is told so once, and acknowledged', async () => {
  const app = await startReplica(inFile())
  const ts = await slack.say('@Meshwise explode')
  const event = eventCallback(mention({ text: 'explode', ts }))
  expect((await app.send(event)).status).toBe(200)
  expect((await app.send(event)).status).toBe(200)
  expect(app.logged.filter((line) => line.includes('A request failed'))).toHaveLength(1)
})

test.skipIf(!postgres)(
  'of 200 events in four deliveries each, two replicas on PostgreSQL answer each once',
  async () => {
    const place: DatabasePlace = { kind: 'postgres', url: (await postgres?.newDatabase()) ?? '' }
    const replicas = await Promise.all([startReplica(place), startReplica(place)])
    const events = await Promise.all(Array.from({ length: 200 }, mentioned))
    // A few at a time: what waits for longer than a second for the database is answered without it.
    for (let first = 0; first < events.length; first += 20) {
      const some = events.slice(first, first + 20)
      const deliveries = [0, 1, 2, 3].flatMap((delivery) =>
        some.map(({ event }, index) => ({ event, to: index + delivery })),
      )
      const responses = await Promise.all(deliveries.map(({ event, to }) => replicas[to % 2]?.send(event)))
      expect(new Set(responses.map((response) => response?.status))).toEqual(new Set([200]))
    }
    const answers = await slack.botMessages(channel)
    expect(answers.map((answer) => answer.thread_ts).sort()).toEqual(events.map(({ ts }) => ts).sort())
  },
)

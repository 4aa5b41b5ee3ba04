import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { StartError } from '../../src/errors.ts'
import { intents, type ThreadContext } from '../../src/questions/question.ts'
import { openStorage } from '../../src/storage/open.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import type { Storage } from '../../src/storage/storage.ts'

const day = 24 * 60 * 60 * 1000
const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
afterAll(() => rmSync(directory, { recursive: true }))

let file: string
let time: Date
let ids: number
beforeEach(() => {
  file = join(directory, crypto.randomUUID(), 'meshwise.db')
  time = new Date('2026-11-22T10:00:00Z')
  ids = 0
})

const open = () => openStorage({ file, now: () => time, newId: () => `id-${++ids}` })
const pass = (milliseconds: number) => {
  time = new Date(time.getTime() + milliseconds)
}

/** Runs with a storage that is closed at the end. */
async function withStorage<T>(use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await open()
  try {
    return await use(storage)
  } finally {
    await storage.close()
  }
}

const context: ThreadContext = {
  intent: 'compare',
  meshes: ['istio', 'linkerd'],
  topics: ['retries'],
  mentioned: ['istio', 'linkerd'],
  sizes: { pods: 300 },
}
const thread = { teamId: 'T1', channel: 'C1', threadTs: '1700000000.000100' }

test('a key is claimed once, even by many at the same time and after a restart', async () => {
  const claims = await withStorage(({ events }) =>
    Promise.all(Array.from({ length: 20 }, () => events.claim('event 1'))),
  )
  expect(claims.filter((claimed) => claimed)).toHaveLength(1)
  await withStorage(async ({ events }) => {
    expect(await events.claim('event 1')).toBe(false)
    expect(await events.claim('event 2')).toBe(true)
  })
})

test('of two processes on one file, one gets the claim', async () => {
  await withStorage((one) =>
    withStorage(async (other) => {
      expect([await one.events.claim('event'), await other.events.claim('event')]).toEqual([true, false])
    }),
  )
})

test('claims are kept for a day', async () => {
  await withStorage(async ({ events }) => {
    await events.claim('event')
    pass(day - 1)
    expect(await events.claim('event')).toBe(false)
    pass(day)
    expect(await events.claim('event')).toBe(true)
  })
})

test('a thread is remembered, anew after each turn, and apart from every other', async () => {
  await withStorage(async ({ threads }) => {
    await threads.put(thread, context)
    await threads.put(thread, { ...context, topics: ['mtls'] })
    expect(await threads.get(thread)).toEqual({ ...context, topics: ['mtls'] })
    for (const other of [
      { ...thread, teamId: 'T2' },
      { ...thread, teamId: undefined },
      { ...thread, enterpriseId: 'E1' },
      { ...thread, channel: 'C2' },
      { ...thread, threadTs: '1700000000.0001' },
    ]) {
      expect(await threads.get(other)).toBeUndefined()
    }
  })
})

test('a thread is forgotten 30 days after its last turn, and its row is gone with the next one written', async () => {
  await withStorage(async ({ threads }) => {
    await threads.put(thread, context)
    pass(30 * day)
    expect(await threads.get(thread)).toEqual(context)
    pass(1)
    expect(await threads.get(thread)).toBeUndefined()
    await threads.put({ ...thread, channel: 'C2' }, context)
  })
  const database = new DatabaseSync(file)
  expect(database.prepare('select channel from thread_contexts').all()).toEqual([{ channel: 'C2' }])
  database.close()
})

test('every context comes back as it was', async () => {
  const names = fc.array(fc.string(), { maxLength: 4 })
  const sizes = fc.record(
    { pods: fc.nat(), nodes: fc.nat(), rps: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    { requiredKeys: [] },
  )
  const contexts = fc.record({
    intent: fc.constantFrom(...intents),
    meshes: names,
    topics: names,
    mentioned: names,
    sizes,
  })
  await withStorage(async ({ threads }) => {
    await fc.assert(
      fc.asyncProperty(contexts, async (written) => {
        await threads.put(thread, written)
        expect(await threads.get(thread)).toEqual(JSON.parse(JSON.stringify(written)))
      }),
    )
  })
})

test('a context that is not understood counts as none', async () => {
  await withStorage(async ({ threads }) => {
    await threads.put(thread, context)
    const database = new DatabaseSync(file)
    for (const unreadable of ['not json', '{}', JSON.stringify({ ...context, intent: 'sing' })]) {
      database.prepare('update thread_contexts set context = ?').run(unreadable)
      expect(await threads.get(thread)).toBeUndefined()
    }
    database.close()
  })
})

test('corrections come back with their day and id, the newest first', async () => {
  const correction = { teamId: 'T1', userId: 'U1', mesh: 'linkerd', topic: 'retries', text: 'It’s "so"; drop table--' }
  await withStorage(async ({ corrections }) => {
    await corrections.add(correction)
    pass(1)
    await corrections.add({ ...correction, enterpriseId: 'E1', sourceUrl: 'https://linkerd.io' })
    expect(await corrections.list()).toEqual([
      {
        ...correction,
        enterpriseId: 'E1',
        sourceUrl: 'https://linkerd.io',
        id: 'id-2',
        createdAt: '2026-11-22T10:00:00.001Z',
      },
      { ...correction, id: 'id-1', createdAt: '2026-11-22T10:00:00.000Z' },
    ])
  })
})

test('what is committed is on the disk: a write-ahead log, synced at every commit', async () => {
  await withStorage(({ check }) => check())
  const db = openSqlite(file)
  expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }])
  expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }])
  await db.destroy()
})

test('a closed storage does not pass its check', async () => {
  const storage = await open()
  await storage.close()
  await expect(storage.check()).rejects.toThrow()
})

test('a file that is no database is named, with what to do', async () => {
  await withStorage(async () => undefined)
  writeFileSync(file, 'this is not a database, but a text that is long enough to be looked at as one'.repeat(20))
  rmSync(`${file}-wal`, { force: true })
  const opening = open()
  await expect(opening).rejects.toThrow(StartError)
  await expect(opening).rejects.toThrow(/meshwise\.db can't be used: file is not a database.*DATABASE_URL/)
})

test('a place that cannot be written is named', async () => {
  file = join(directory, 'a-file')
  writeFileSync(file, '')
  file = join(file, 'meshwise.db')
  await expect(open()).rejects.toThrow(StartError)
  await expect(open()).rejects.toThrow(/can't be used/)
})

test.skipIf(process.getuid?.() === 0)('a directory without permission is named', async () => {
  const locked = mkdtempSync(join(directory, 'locked-'))
  chmodSync(locked, 0o500)
  file = join(locked, 'meshwise.db')
  await expect(open()).rejects.toThrow(StartError)
})

test('a channel is quiet in its own workspace alone, until that ends', async () => {
  const tenant = { enterpriseId: 'E1', teamId: 'T1' }
  await withStorage(async ({ quiet }) => {
    await quiet.set(tenant, 'C1', true)
    await quiet.set(tenant, 'C1', true)
  })
  await withStorage(async ({ quiet }) => {
    expect(await quiet.has(tenant, 'C1')).toBe(true)
    expect(await quiet.has(tenant, 'C2')).toBe(false)
    expect(await quiet.has({ teamId: 'T1' }, 'C1')).toBe(false)
    await quiet.set(tenant, 'C1', false)
    expect(await quiet.has(tenant, 'C1')).toBe(false)
  })
})

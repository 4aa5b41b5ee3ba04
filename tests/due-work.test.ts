import { afterEach, beforeEach, expect, test } from 'vitest'
import { lookForWork, type WorkKind } from '../src/due-work.ts'
import { createMetrics } from '../src/metrics.ts'
import { openStorage } from '../src/storage/open.ts'
import type { Storage } from '../src/storage/storage.ts'
import { inMemory } from './helpers/databases.ts'

const minute = 60_000

let storage: Storage
let time: Date
let logged: string[]
beforeEach(async () => {
  time = new Date('2026-11-22T10:00:00Z')
  logged = []
  storage = await openStorage({ ...inMemory, now: () => time, newId: () => 'id' })
})
afterEach(() => storage.close())

const pass = (milliseconds: number) => {
  time = new Date(time.getTime() + milliseconds)
}
const metrics = createMetrics({ version: '1', ofProcess: false })
const look = (kinds: Readonly<Record<string, WorkKind>>) =>
  lookForWork({
    due: storage.due,
    kinds,
    metrics,
    now: () => time,
    log: { warn: (message) => logged.push(`warn ${message}`), error: (message) => logged.push(`error ${message}`) },
  })

test('what was due while nobody ran is done at the next look, once', async () => {
  const done: string[] = []
  const kinds = { remind: { do: async ({ subject }: { subject: string }) => void done.push(subject) } }
  await storage.due.add({ id: 'a', kind: 'remind', subject: 'D1', dueAt: new Date(time.getTime() + minute) })
  await storage.due.add({ id: 'b', kind: 'remind', subject: 'D2', dueAt: new Date(time.getTime() + 2 * minute) })
  await look(kinds)
  expect(done).toEqual([])
  pass(60 * minute)
  await look(kinds)
  await look(kinds)
  expect(done).toEqual(['D1', 'D2'])
})

test('work of a kind that nobody knows here is left to those who do', async () => {
  await storage.due.add({ id: 'a', kind: 'newer', dueAt: time })
  await look({ remind: { do: async () => undefined } })
  expect(await storage.due.takeNext(['newer'])).toMatchObject({ id: 'a', attempts: 1 })
})

test('work that is there always comes back at its time, also when it fails', async () => {
  let done = 0
  const kinds = {
    sweep: {
      every: 60 * minute,
      do: async () => {
        done += 1
        if (done > 1) throw new Error('no')
      },
    },
  }
  await look(kinds)
  await look(kinds)
  expect(done).toBe(1)
  for (let half = 0; half < 120; half++) {
    pass(minute / 2)
    await look(kinds)
  }
  // Tried again after 1, 2, 4 and 8 minutes, and then an hour later.
  expect(done).toBe(2)
  pass(16 * minute)
  for (let half = 0; half < 40; half++) {
    pass(minute / 2)
    await look(kinds)
  }
  expect(done).toBe(6)
  expect(logged.filter((line) => line.startsWith('error'))).toHaveLength(1)
  pass(60 * minute)
  await look(kinds)
  expect(done).toBe(7)
})

test('a database that fails ends a look and nothing else', async () => {
  await storage.close()
  await look({ sweep: { every: minute, do: async () => undefined } })
  expect(logged).toEqual(['warn The database gives no work'])
})

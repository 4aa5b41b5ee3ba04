import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { intents, type ThreadContext } from '../../src/questions/question.ts'
import { LEASE } from '../../src/storage/claims.ts'
import { migrations } from '../../src/storage/migrations.ts'
import { type DatabaseOptions, openDatabase, openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { tableNames } from '../../src/storage/tables.ts'
import { inFile, inMemory, inPostgres } from '../helpers/databases.ts'
import { startPostgres } from '../helpers/postgres.ts'

const minute = 60_000
const day = 24 * 60 * minute
const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
const postgres = await startPostgres()
afterAll(async () => {
  await postgres?.close()
  rmSync(directory, { recursive: true })
})

interface Backend {
  readonly name: string
  /** A new database. */
  readonly fresh: () => Promise<DatabaseOptions>
  /** Whether what one has opened can be opened by another too. */
  readonly shared: boolean
}

const backends: readonly Backend[] = [
  { name: 'SQLite in memory', fresh: async () => inMemory, shared: false },
  { name: 'a SQLite file', fresh: async () => inFile(join(directory, crypto.randomUUID(), 'm.db')), shared: true },
  ...(postgres
    ? [{ name: 'PostgreSQL', fresh: async () => inPostgres(await postgres.newDatabase()), shared: true }]
    : []),
]

test.skipIf(postgres)('PostgreSQL is SKIPPED: it is not installed', () => undefined)

const context: ThreadContext = {
  intent: 'compare',
  meshes: ['istio', 'linkerd'],
  topics: ['retries'],
  mentioned: ['istio', 'linkerd'],
  sizes: { pods: 300 },
}
const thread = { teamId: 'T1', channel: 'C1', threadTs: '1700000000.000100' }
const key = { teamId: 'T1', key: 'message C1 1700000000.000100' }
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

describe.each(backends)('on $name', ({ fresh, shared }) => {
  let options: DatabaseOptions
  let time: Date
  let ids: number
  beforeEach(async () => {
    options = await fresh()
    time = new Date('2026-11-22T10:00:00Z')
    ids = 0
  })
  const pass = (milliseconds: number) => {
    time = new Date(time.getTime() + milliseconds)
  }
  const open = () => openStorage({ ...options, now: () => time, newId: () => `id-${++ids}` })

  /** Runs with several replicas, which are closed at the end. In memory there is one only. */
  async function withReplicas<T>(count: number, use: (replicas: readonly Storage[]) => Promise<T>): Promise<T> {
    const replicas = await Promise.all(times(shared ? count : 1, open))
    try {
      return await use(replicas)
    } finally {
      await Promise.all(replicas.map((replica) => replica.close()))
    }
  }
  const withStorage = <T>(use: (storage: Storage) => Promise<T>) =>
    withReplicas(1, async ([one]) => {
      if (one) return use(one)
      throw new Error('nothing is open')
    })

  test('replicas that start at once find the tables made once', async () => {
    await withReplicas(4, async (replicas) => {
      await Promise.all(replicas.map((replica) => replica.check()))
    })
    const { db, migrated } = await openDatabase(options)
    expect(migrated).toEqual(shared ? [] : Object.keys(migrations))
    const found = (await db.introspection.getTables()).map(({ name }) => name)
    expect(found.filter((name) => !name.startsWith('kysely_')).sort()).toEqual([...tableNames].sort())
    await db.destroy()
  })

  describe('a claim', () => {
    test('goes to one of many who ask at once, on whichever replica', async () => {
      await withReplicas(4, async (replicas) => {
        const taken = await Promise.all(
          times(200, (i) => times(4, () => i))
            .flat()
            .map((event, index) => replicas[index % replicas.length]?.claims.take({ ...key, key: `event ${event}` })),
        )
        expect(taken.filter((one) => one?.state === 'taken')).toHaveLength(200)
        expect(taken.filter((one) => one?.state === 'held')).toHaveLength(600)
      })
    })

    test('is apart from those of other workspaces', async () => {
      await withStorage(async ({ claims }) => {
        for (const other of [key, { ...key, teamId: 'T2' }, { key: key.key }, { ...key, enterpriseId: 'E1' }]) {
          expect((await claims.take(other)).state).toBe('taken')
        }
      })
    })

    test('is taken up by the next when its holder is not heard of, and never once it is finished', async () => {
      await withStorage(async ({ claims }) => {
        const first = await claims.take(key)
        pass(LEASE)
        expect((await claims.take(key)).state).toBe('held')
        pass(1)
        const second = await claims.take(key)
        expect(second.state).toBe('taken')
        expect(first.state === 'taken' && (await first.claim.extend())).toBe(false)
        if (second.state === 'taken') await second.claim.finish()
        pass(LEASE + 1)
        expect((await claims.take(key)).state).toBe('finished')
      })
    })

    test('that is let go is taken by the next', async () => {
      await withStorage(async ({ claims }) => {
        const first = await claims.take(key)
        if (first.state === 'taken') await first.claim.release()
        expect((await claims.take(key)).state).toBe('taken')
        // By who holds it no more, it isn't.
        if (first.state === 'taken') await first.claim.release()
        expect((await claims.take(key)).state).toBe('held')
      })
    })

    test('can be let go by who doesn’t hold it, by how its key starts, unless it is finished', async () => {
      await withReplicas(2, async ([one, other = one]) => {
        if (!one || !other) throw new Error('nothing is open')
        const first = await one.claims.take(key)
        for (const elsewhere of [
          { ...key, teamId: 'T2' },
          { ...key, key: 'MESSAGE C1' },
          { ...key, key: 'message C_ ' },
        ]) {
          await other.claims.letGo(elsewhere)
          expect((await other.claims.take(key)).state).toBe('held')
        }
        await other.claims.letGo({ ...key, key: 'message C1 ' })
        const second = await other.claims.take(key)
        expect(second.state).toBe('taken')
        expect(first.state === 'taken' && (await first.claim.extend())).toBe(false)
        if (second.state === 'taken') await second.claim.finish()
        await one.claims.letGo(key)
        expect((await one.claims.take(key)).state).toBe('finished')
      })
    })

    test('that runs out is taken up by one of many', async () => {
      await withReplicas(4, async (replicas) => {
        await replicas[0]?.claims.take(key)
        pass(LEASE + 1)
        const taken = await Promise.all(times(40, (i) => replicas[i % replicas.length]?.claims.take(key)))
        expect(taken.filter((one) => one?.state === 'taken')).toHaveLength(1)
      })
    })

    test('is held for as long as it is extended', async () => {
      await withStorage(async ({ claims }) => {
        const taken = await claims.take(key)
        for (let round = 0; round < 5; round++) {
          pass(LEASE - 1)
          expect(taken.state === 'taken' && (await taken.claim.extend())).toBe(true)
          expect((await claims.take(key)).state).toBe('held')
        }
      })
    })

    test('is kept for a day', async () => {
      await withStorage(async ({ claims, cleanUp }) => {
        const taken = await claims.take(key)
        if (taken.state === 'taken') await taken.claim.finish()
        pass(day)
        await cleanUp()
        expect((await claims.take(key)).state).toBe('finished')
        pass(1)
        await cleanUp()
        expect((await claims.take(key)).state).toBe('taken')
      })
    })
  })

  describe('a thread', () => {
    test('is remembered, anew after each turn, and apart from every other', async () => {
      await withStorage(async ({ threads }) => {
        await threads.put(thread, context)
        await threads.put(thread, { ...context, topics: ['mtls'] })
        expect(await threads.get(thread)).toEqual({ ...context, topics: ['mtls'] })
        for (const other of [
          { ...thread, teamId: 'T2' },
          { ...thread, teamId: undefined },
          { ...thread, enterpriseId: 'E1' },
          { ...thread, channel: 'C2' },
          { ...thread, channel: 'c1' },
          { ...thread, threadTs: '1700000000.0001' },
        ]) {
          expect(await threads.get(other)).toBeUndefined()
        }
      })
    })

    test('is forgotten 30 days after its last turn, and its row is gone with the next clean-up', async () => {
      await withStorage(async ({ threads, cleanUp }) => {
        await threads.put(thread, context)
        pass(30 * day)
        await cleanUp()
        expect(await threads.get(thread)).toEqual(context)
        pass(1)
        expect(await threads.get(thread)).toBeUndefined()
        await cleanUp()
        pass(-1)
        expect(await threads.get(thread)).toBeUndefined()
      })
    })

    test('comes back as it was, whatever is in it', async () => {
      const names = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 })
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
          { numRuns: 30 },
        )
      })
    })

    test('that is not understood counts as none', async () => {
      await withStorage(async ({ threads }) => {
        await threads.put(thread, context)
        if (!shared) return
        const { db } = await openDatabase(options)
        for (const unreadable of ['not json', '{}', JSON.stringify({ ...context, intent: 'sing' })]) {
          await db.updateTable('thread_contexts').set({ context: unreadable }).execute()
          expect(await threads.get(thread)).toBeUndefined()
        }
        await db.destroy()
      })
    })
  })

  describe('a correction', () => {
    const correction = {
      teamId: 'T1',
      userId: 'U1',
      mesh: 'linkerd',
      topic: 'retries',
      text: 'It’s "so"; drop table--',
    }

    test('comes back with its day and id, the newest first', async () => {
      await withStorage(async ({ corrections }) => {
        await corrections.add(correction)
        pass(1)
        await corrections.add({ ...correction, teamId: undefined, enterpriseId: 'E1', sourceUrl: 'https://linkerd.io' })
        expect(await corrections.list()).toEqual([
          {
            ...correction,
            teamId: undefined,
            enterpriseId: 'E1',
            sourceUrl: 'https://linkerd.io',
            id: 'id-2',
            createdAt: '2026-11-22T10:00:00.001Z',
          },
          { ...correction, id: 'id-1', createdAt: '2026-11-22T10:00:00.000Z' },
        ])
      })
    })

    test('takes the place of one of the same id', async () => {
      await withStorage(async ({ corrections }) => {
        await corrections.add({ ...correction, id: 'V1' })
        await corrections.add({ ...correction, id: 'V1', text: 'other' })
        expect(await corrections.list()).toMatchObject([{ ...correction, id: 'V1', text: 'other' }])
      })
    })

    test('of any text is kept, but for what no text can hold everywhere', async () => {
      await withStorage(async ({ corrections }) => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
            pass(1)
            await corrections.add({ ...correction, text: `${text}\0\uD800` })
            expect((await corrections.list())[0]?.text).toBe(`${text.replaceAll('\0', '').toWellFormed()}\uFFFD`)
          }),
          { numRuns: 30 },
        )
      })
    })
  })

  test('a channel is quiet in its own workspace alone, until that ends', async () => {
    const tenant = { enterpriseId: 'E1', teamId: 'T1' }
    await withStorage(async ({ quiet }) => {
      await quiet.set(tenant, 'C1', true)
      await quiet.set(tenant, 'C1', true)
      expect(await quiet.has(tenant, 'C1')).toBe(true)
      expect(await quiet.has(tenant, 'C2')).toBe(false)
      expect(await quiet.has({ teamId: 'T1' }, 'C1')).toBe(false)
      await quiet.set(tenant, 'C1', false)
      expect(await quiet.has(tenant, 'C1')).toBe(false)
    })
  })

  test('a picture is kept for each workspace, and replaced', async () => {
    await withStorage(async ({ pictures }) => {
      await pictures.put({ teamId: 'T1' }, 'p', 'F1')
      await pictures.put({ teamId: 'T1' }, 'p', 'F2')
      await pictures.put({ teamId: 'T2' }, 'p', 'F3')
      expect(await pictures.get({ teamId: 'T1' }, 'p')).toBe('F2')
      expect(await pictures.get({ enterpriseId: 'E1' }, 'p')).toBeUndefined()
    })
  })

  describe('due work', () => {
    const work = (id: string, dueIn: number) => ({ id, kind: 'remind', dueAt: new Date(time.getTime() + dueIn) })

    test('is taken up when it is due, the oldest first, and once it is done no more', async () => {
      await withStorage(async ({ due }) => {
        await due.add(work('late', 2 * minute))
        await due.add({ ...work('early', minute), tenant: { teamId: 'T1' }, subject: 'D1' })
        await due.add(work('early', 0))
        await due.add({ ...work('other', 0), kind: 'other' })
        expect(await due.takeNext(['remind'])).toBeUndefined()
        pass(3 * minute)
        expect(await due.overdue()).toBe(3 * minute)
        const early = await due.takeNext(['remind'])
        expect(early).toMatchObject({ id: 'early', subject: 'D1', tenant: { teamId: 'T1' }, attempts: 1 })
        if (early) await due.finish(early)
        expect(await due.takeNext(['remind'])).toMatchObject({ id: 'late' })
        pass(30 * minute)
        expect(await due.takeNext(['remind'])).toMatchObject({ id: 'late', attempts: 2 })
        expect(await due.takeNext([])).toBeUndefined()
      })
    })

    test('is taken up by one replica each', async () => {
      await withReplicas(4, async (replicas) => {
        for (const id of times(20, String)) await replicas[0]?.due.add(work(id, 0))
        const taken = await Promise.all(times(60, (i) => replicas[i % replicas.length]?.due.takeNext(['remind'])))
        const ids = taken.flatMap((one) => (one ? [one.id] : []))
        expect(new Set(ids).size).toBe(ids.length)
        for (
          let more = await replicas[0]?.due.takeNext(['remind']);
          more;
          more = await replicas[0]?.due.takeNext(['remind'])
        ) {
          ids.push(more.id)
        }
        expect(ids.sort()).toEqual(times(20, String).sort())
      })
    })

    test('that fails is tried five times in growing pauses, and then left', async () => {
      await withStorage(async ({ due }) => {
        await due.add(work('w', 0))
        for (const pause of [1, 2, 4, 8]) {
          const taken = await due.takeNext(['remind'])
          expect(taken && (await due.fail(taken))).toBe(true)
          pass(pause * minute - 1)
          expect(await due.takeNext(['remind'])).toBeUndefined()
          pass(1)
        }
        const last = await due.takeNext(['remind'])
        expect(last && (await due.fail(last))).toBe(false)
        pass(day)
        expect(await due.takeNext(['remind'])).toBeUndefined()
        expect(await due.overdue()).toBeGreaterThan(0)
      })
    })

    test('that is put off starts afresh', async () => {
      await withStorage(async ({ due }) => {
        await due.add(work('w', 0))
        const taken = await due.takeNext(['remind'])
        if (taken) await due.putOff(taken, new Date(time.getTime() + day))
        expect(await due.takeNext(['remind'])).toBeUndefined()
        pass(day)
        expect(await due.takeNext(['remind'])).toMatchObject({ attempts: 1 })
      })
    })
  })

  test('of 400 votes at once, and a close among them, what was acknowledged is kept, and nothing came after', async () => {
    const handles = await Promise.all(times(shared ? 4 : 1, () => openDatabase(options)))
    const dbs = handles.map(({ db }) =>
      db.withTables<{
        ballots: { id: string; state: string; version: number }
        votes: { ballot: string; voter: string; choice: number; version: number }
      }>(),
    )
    const [first] = dbs
    if (!first) throw new Error('no database')
    await first.schema
      .createTable('ballots')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text')
      .addColumn('version', 'integer')
      .execute()
    await first.schema
      .createTable('votes')
      .addColumn('ballot', 'text')
      .addColumn('voter', 'text')
      .addColumn('choice', 'integer')
      .addColumn('version', 'integer')
      .addPrimaryKeyConstraint('votes_key', ['ballot', 'voter'])
      .execute()
    await first.insertInto('ballots').values({ id: 'B', state: 'open', version: 0 }).execute()

    const bump = (db: typeof first, state: string) =>
      db
        .updateTable('ballots')
        .set((row) => ({ version: row('version', '+', 1), state }))
        .where('state', '=', 'open')
        .returning('version')
        .executeTakeFirst()
    const vote = (index: number) =>
      dbs[index % dbs.length]?.transaction().execute(async (db) => {
        const ballot = await bump(db, 'open')
        if (!ballot) return undefined
        const cast = { choice: index % 3, version: ballot.version }
        await db
          .insertInto('votes')
          .values({ ballot: 'B', voter: `U${index % 200}`, ...cast })
          .onConflict((conflict) => conflict.columns(['ballot', 'voter']).doUpdateSet(cast))
          .execute()
        return { voter: `U${index % 200}`, ...cast }
      })
    const votes = times(400, vote)
    const closing = bump(first, 'closed')
    const acknowledged = (await Promise.all(votes)).flatMap((one) => (one ? [one] : []))

    const latest = new Map<string, { voter: string; choice: number; version: number }>()
    for (const one of acknowledged.sort((a, b) => a.version - b.version)) latest.set(one.voter, one)
    const kept = await first.selectFrom('votes').select(['voter', 'choice', 'version']).execute()
    const inOrder = (some: readonly { voter: string }[]) =>
      some.map((one) => ({ ...one })).sort((a, b) => (a.voter < b.voter ? -1 : 1))
    expect(inOrder(kept)).toEqual(inOrder([...latest.values()]))
    const closedAt = (await closing)?.version ?? 0
    expect(acknowledged.filter(({ version }) => version > closedAt)).toEqual([])
    await Promise.all(handles.map(({ db }) => db.destroy()))
  })

  test('a closed storage does not pass its check', async () => {
    const storage = await open()
    await storage.check()
    await storage.close()
    await expect(storage.check()).rejects.toThrow()
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { StartError } from '../../src/errors.ts'
import type { ThreadContext } from '../../src/questions/question.ts'
import { checkDatabase, copyDatabase, migrateDatabase } from '../../src/storage/maintain.ts'
import { migrate, migrations } from '../../src/storage/migrations.ts'
import { type DatabaseOptions, openDatabase, openStorage } from '../../src/storage/open.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { tenantColumns } from '../../src/storage/tenant-columns.ts'
import { inFile, inPostgres } from '../helpers/databases.ts'
import { startPostgres } from '../helpers/postgres.ts'

const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
const postgres = await startPostgres()
afterAll(async () => {
  await postgres?.close()
  rmSync(directory, { recursive: true })
})

const now = new Date('2026-11-22T10:00:00Z')
const newFile = () => join(directory, `${crypto.randomUUID()}.db`)

let file: string
beforeEach(() => {
  file = newFile()
})

async function using<T>(options: DatabaseOptions, use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ ...options, now: () => now, newId: () => crypto.randomUUID() })
  try {
    return await use(storage)
  } finally {
    await storage.close()
  }
}

const context: ThreadContext = { intent: 'fact', meshes: ['istio'], topics: [], mentioned: [], sizes: { pods: 3 } }
async function fill(options: DatabaseOptions, corrections: number): Promise<void> {
  const { db } = await openDatabase(options)
  const correction = { created_at: now.toISOString(), user_id: 'U', mesh: 'istio', topic: 'mtls', source_url: null }
  const values = Array.from({ length: corrections }, (_, index) => ({
    ...correction,
    ...tenantColumns({ teamId: 'T1' }),
    id: String(index),
    text: `“${index}” 🙂`,
  }))
  await db.insertInto('corrections').values(values).execute()
  await db.destroy()
  await using(options, async (storage) => {
    await storage.threads.put({ teamId: 'T1', channel: 'C', threadTs: '1' }, context)
    await storage.claims.take({ key: 'k' })
    await storage.pictures.put({ teamId: 'T1' }, 'p', 'F')
    await storage.quiet.set({ teamId: 'T1' }, 'C', true)
    await storage.due.add({ id: 'clean-up', kind: 'clean-up', dueAt: now })
    await storage.due.add({ id: 'r1', kind: 'remind', dueAt: now, subject: 'D1' })
  })
}

describe('a copy', () => {
  test.skipIf(!postgres)('to PostgreSQL and back is the same', { timeout: 20_000 }, async () => {
    const there = inPostgres((await postgres?.newDatabase()) ?? '')
    await fill(inFile(file), 1_203)
    // A start has added its own work already.
    await using(there, ({ due }) => due.add({ id: 'clean-up', kind: 'clean-up', dueAt: now }))
    const rows = { claims: 1, thread_contexts: 1, corrections: 1_203, pictures: 1, quiet_channels: 1, due_work: 2 }
    expect(await copyDatabase(inFile(file), there)).toEqual(rows)
    const back = inFile(newFile())
    expect(await copyDatabase(there, back)).toEqual(rows)
    const listed = (options: DatabaseOptions) =>
      using(options, async ({ corrections, threads, quiet }) => ({
        corrections: [...(await corrections.list())].sort((a, b) => (a.id < b.id ? -1 : 1)),
        thread: await threads.get({ teamId: 'T1', channel: 'C', threadTs: '1' }),
        quiet: await quiet.has({ teamId: 'T1' }, 'C'),
      }))
    expect(await listed(back)).toEqual(await listed(inFile(file)))
    expect((await checkDatabase(there, now)).rows).toMatchObject(rows)
  })

  test('goes into no database that has something in it, and changes nothing there', async () => {
    await fill(inFile(file), 3)
    const other = inFile(newFile())
    await using(other, ({ pictures }) => pictures.put({}, 'mine', 'F'))
    await expect(copyDatabase(inFile(file), other)).rejects.toThrow(/has rows in pictures already \(1\)/)
    expect((await checkDatabase(other, now)).rows).toMatchObject({ claims: 0, corrections: 0, pictures: 1 })
  })

  test('of what is not there, or to itself, is refused', async () => {
    await expect(copyDatabase(inFile(file), inFile(newFile()))).rejects.toThrow(/There is no database/)
    await fill(inFile(file), 1)
    await expect(copyDatabase(inFile(file), inFile(file))).rejects.toThrow(StartError)
  })
})

describe('a check', () => {
  test('tells of a sound database how much is in it', async () => {
    await fill(inFile(file), 2)
    expect(await checkDatabase(inFile(file), now)).toMatchObject({
      kind: 'sqlite',
      pending: [],
      problems: [],
      rows: { corrections: 2, due_work: 2 },
    })
  })

  test('tells what is still to be done, and does nothing of it', async () => {
    const db = openSqlite(file)
    await migrate(db, { '001-first': migrations['001-first'] })
    await db.destroy()
    const pending = Object.keys(migrations).slice(1)
    expect(await checkDatabase(inFile(file), now)).toMatchObject({
      pending,
      problems: [expect.stringMatching(/up to date/)],
    })
    expect((await checkDatabase(inFile(file), now)).pending).toEqual(pending)
    expect(await migrateDatabase(inFile(file))).toEqual(pending)
    expect(await migrateDatabase(inFile(file))).toEqual([])
  })

  test('notices what is broken', async () => {
    await fill(inFile(file), 2)
    const other = new DatabaseSync(file)
    other.exec("create trigger full before insert on health begin select raise(abort, 'disk is full'); end")
    other.close()
    expect((await checkDatabase(inFile(file), now)).problems).toEqual(['disk is full'])
    writeFileSync(file, 'no database'.repeat(999))
    await expect(checkDatabase(inFile(file), now)).rejects.toThrow(/can't be used/)
  })
})

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { StartError } from '../../src/errors.ts'
import { migrate, migrations } from '../../src/storage/migrations.ts'
import { openStorage } from '../../src/storage/open.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { inFile } from '../helpers/databases.ts'

const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
afterAll(() => rmSync(directory, { recursive: true }))

let file: string
beforeEach(() => {
  file = join(directory, crypto.randomUUID(), 'meshwise.db')
})

const open = () => openStorage({ ...inFile(file), now: () => new Date(), newId: () => crypto.randomUUID() })

async function withStorage(use: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = await open()
  try {
    await use(storage)
  } finally {
    await storage.close()
  }
}

test('what is committed is on the disk: a write-ahead log, synced at every commit', async () => {
  const db = openSqlite(file)
  expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }])
  expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }])
  await db.destroy()
})

test('however many statements are waiting, everything else goes on between them', async () => {
  await withStorage(async ({ corrections }) => {
    const correction = { userId: 'U1', mesh: 'istio', topic: 'mtls', text: 'no' }
    const written = Promise.all(Array.from({ length: 200 }, () => corrections.add(correction)))
    const timer = new Promise((resolve) => setTimeout(resolve, 0, 'everything else'))
    expect(await Promise.race([written, timer])).toBe('everything else')
    await written
  })
})

describe('a file that another process is writing', () => {
  test('is waited for, and everything else goes on meanwhile', async () => {
    await withStorage(async ({ corrections }) => {
      const other = new DatabaseSync(file)
      other.exec('begin immediate')
      const written = corrections.add({ userId: 'U1', mesh: 'istio', topic: 'mtls', text: 'no' })
      let turns = 0
      const first = await Promise.race([
        written,
        (async () => {
          while (turns < 50) await new Promise((resolve) => setTimeout(resolve, 2, ++turns))
          return 'everything else'
        })(),
      ])
      expect(first).toBe('everything else')
      other.exec('rollback')
      other.close()
      await written
      expect(await corrections.list()).toHaveLength(1)
    })
  })

  test('of two processes with many transactions that read before they write, all come through', {
    timeout: 20_000,
  }, async () => {
    const db = openSqlite(file)
    await db.schema.createTable('counters').addColumn('n', 'integer').execute()
    await sql`insert into counters values (0)`.execute(db)
    await db.destroy()
    const counting = new URL('counting-process.ts', import.meta.url)
    const processes = [fork(counting, [file, '150']), fork(counting, [file, '150'])]
    const codes = await Promise.all(processes.map((one) => once(one, 'exit').then(([code]) => code)))
    expect(codes).toEqual([0, 0])
    const after = new DatabaseSync(file)
    expect(after.prepare('select n from counters').get()).toEqual({ n: 300 })
    after.close()
  })
})

describe('migrations', () => {
  test('are done whole or not at all', async () => {
    const db = openSqlite(file)
    const broken = {
      async up(some: typeof db) {
        await some.schema.createTable('half').addColumn('id', 'text').execute()
        throw new Error('the power went')
      },
    }
    await expect(migrate(db, { ...migrations, '999-broken': broken })).rejects.toThrow('the power went')
    expect((await db.introspection.getTables()).map(({ name }) => name)).not.toContain('half')
    await db.destroy()
    await withStorage(({ check }) => check())
  })

  test('bring a database of version 0.1.0 along, with the corrections in it', async () => {
    const db = openSqlite(file)
    await migrate(db, { '001-first': migrations['001-first'], '002-pictures': migrations['002-pictures'] })
    await sql`insert into corrections values ('a', '2026-11-01T00:00:00.000Z', null, 'T1', 'U1', 'istio', 'mtls', 'no', null)`.execute(
      db,
    )
    await sql`insert into event_claims values ('event 1', '2026-11-01T00:00:00.000Z')`.execute(db)
    await db.destroy()
    await withStorage(async ({ corrections }) => {
      expect(await corrections.list()).toMatchObject([{ id: 'a', enterpriseId: undefined, teamId: 'T1', text: 'no' }])
    })
  })
})

describe('a check', () => {
  const fails = async (reason: RegExp, harm: () => void) => {
    await withStorage(async ({ check, corrections }) => {
      for (let row = 0; row < 50; row++) {
        await corrections.add({ userId: 'U1', mesh: 'istio', topic: 'mtls', text: 'x'.repeat(200) })
      }
      await check()
      const checkpoint = new DatabaseSync(file)
      checkpoint.exec('pragma wal_checkpoint(truncate)')
      checkpoint.close()
      harm()
      await expect(check()).rejects.toThrow(reason)
    })
  }

  test('notices a file that was deleted', () => fails(/no such file/, () => rmSync(file)))

  test('notices a file that was replaced', () =>
    fails(/replaced/, () => {
      copyFileSync(file, `${file}.copy`)
      rmSync(file)
      copyFileSync(`${file}.copy`, file)
    }))

  test('notices a file that was cut off', () => fails(/cut off|malformed/, () => truncateSync(file, 8192)))

  test('notices a file that was emptied', () =>
    fails(/overwritten|malformed|not a database/, () => truncateSync(file, 0)))

  test('notices a file that was overwritten', () =>
    fails(/overwritten|malformed|not a database/, () => writeFileSync(file, 'this is not a database'.repeat(9000))))

  test('notices a database that takes no writes', async () => {
    await withStorage(async ({ check }) => {
      const other = new DatabaseSync(file)
      other.exec(
        "create trigger full before update on health begin select raise(abort, 'database or disk is full'); end",
      )
      await check()
      await expect(check()).rejects.toThrow(/full/)
      other.close()
    })
  })
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

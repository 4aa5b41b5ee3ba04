import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { inPostgres } from '../helpers/databases.ts'
import { startPostgres } from '../helpers/postgres.ts'

const found = await startPostgres()
afterAll(() => found?.close())

describe.skipIf(!found)('a PostgreSQL database', () => {
  // Vitest runs the body to list the tests, also where they are skipped.
  const cluster = () => {
    if (!found) throw new Error('no PostgreSQL')
    return found
  }
  let url: string
  beforeEach(async () => {
    url = await cluster().newDatabase()
  })
  const open = (address = url, warn: (message: string) => void = () => undefined) =>
    openStorage({
      ...inPostgres(address),
      log: { info: warn, warn },
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    })

  test('may end connections, idle and at work: the process lives and connects anew', async () => {
    const warned: string[] = []
    const storage = await open(url, (message) => warned.push(message))
    await storage.check()
    const sleeping = openPostgres(url, { onLostConnection: () => undefined })
    const asleep = expect(sql`select pg_sleep(4)`.execute(sleeping)).rejects.toThrow()
    const others = `from pg_stat_activity where application_name = 'meshwise'`
    await vi.waitFor(async () =>
      expect(await cluster().run(`select 1 ${others} and query like '%pg_sleep%'`)).toHaveLength(1),
    )
    await cluster().run(`select pg_terminate_backend(pid) ${others}`)
    await asleep
    await vi.waitFor(() => expect(warned).toContain('A connection to the database was lost'))
    await storage.check()
    await sql`select 1`.execute(sleeping)
    await storage.close()
    await sleeping.destroy()
  })

  test('may crash and come back', async () => {
    const storage = await open()
    await cluster().crash()
    await expect(storage.check()).rejects.toThrow()
    cluster().start()
    await vi.waitFor(() => storage.check(), { timeout: 20_000, interval: 100 })
    await storage.close()
  })

  test('that is not up yet is waited for at the start', { timeout: 20_000 }, async () => {
    await cluster().crash()
    const said: string[] = []
    const starting = open(url, (message) => said.push(message))
    await vi.waitFor(() =>
      expect(said[0]).toMatch(/^Waiting for the database 127\.0\.0\.1:\d+\/test_\d+.*ECONNREFUSED/),
    )
    cluster().start()
    const storage = await starting
    await storage.check()
    await storage.close()
  })

  test('that refuses to write is no database to be ready with', async () => {
    const storage = await open()
    await cluster().run(`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`)
    await cluster().run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'meshwise'`)
    await vi.waitFor(() => expect(storage.check()).rejects.toThrow(/read-only/))
    await storage.close()
  })

  test('has five seconds for a statement, or fewer', async () => {
    const db = openPostgres(url, { onLostConnection: () => undefined, limits: { statement: 50 } })
    await expect(sql`select pg_sleep(10)`.execute(db)).rejects.toThrow(/statement timeout/)
    await sql`select 1`.execute(db)
    await db.destroy()
  })

  test('that a network swallows is given up, and found again when it is back', async () => {
    const sockets: Socket[] = []
    let isCut = false
    const proxy = createServer((client) => {
      const server = connect(cluster().port, '127.0.0.1')
      sockets.push(client, server)
      client.on('data', (data) => isCut || server.write(data)).on('error', () => undefined)
      server.on('data', (data) => isCut || client.write(data)).on('error', () => undefined)
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    const address = proxy.address()
    const through = new URL(url)
    through.port = String(typeof address === 'object' && address ? address.port : '')
    const db = openPostgres(through.href, {
      onLostConnection: () => undefined,
      limits: { answer: 100, connect: 1_000 },
    })
    await sql`select 1`.execute(db)
    isCut = true
    await expect(sql`select 1`.execute(db)).rejects.toThrow(/does not answer|terminated/)
    isCut = false
    await sql`select 1`.execute(db)
    await db.destroy()
    for (const socket of sockets) socket.destroy()
    proxy.close()
  })

  test('may have its tables changed by another user than the one who reads and writes', async () => {
    const owner = openPostgres(url, { onLostConnection: () => undefined })
    await sql`create role reader login password 'r'`.execute(owner)
    await sql`alter default privileges grant select, insert, update, delete on tables to reader`.execute(owner)
    await owner.destroy()
    const reader = url.replace(/\/\/[^@]+@/, '//reader:r@')
    await expect(open(reader)).rejects.toThrow(/permission denied.*may create tables/)
    const places = { place: { kind: 'postgres', url: reader }, migrationPlace: { kind: 'postgres', url } } as const
    const storage = await openStorage({
      ...inPostgres(url),
      ...places,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    })
    await storage.check()
    expect((await storage.claims.take({ key: 'k' })).state).toBe('taken')
    await storage.close()
  })

  test('that cannot be used is named, with what to do, and never with the password', async () => {
    const wrong = url.replace(/:[^:@]+@/, ':verysecret@')
    await expect(open(wrong)).rejects.toThrow(
      /^The database 127\.0\.0\.1:\d+\/test_\d+ can't be used: password authentication failed.*DATABASE_URL/,
    )
    await expect(open(url.replace(/test_\d+/, 'nowhere'))).rejects.toThrow(/"nowhere" does not exist/)
    for (const address of [wrong, url.replace(/test_\d+/, 'nowhere')]) {
      const error = await open(address).catch((reason: unknown) => reason)
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/verysecret|pass%2Fword|pass\/word/)
    }
  })
})

import { existsSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { StartError } from '../errors.ts'
import { type DatabasePlace, showPlace } from './location.ts'
import { pendingMigrations } from './migrations.ts'
import { connect, type DatabaseOptions, openDatabase } from './open.ts'
import { type Tables, tableNames } from './tables.ts'

/** What a look at a database found. */
export interface DatabaseReport {
  /** Without user and password. */
  readonly database: string
  readonly kind: DatabasePlace['kind']
  /** Changes of tables that are still to be made, by their names. */
  readonly pending: readonly string[]
  /** How many rows there are; empty while tables are not up to date. */
  readonly rows: Readonly<Record<string, number>>
  readonly problems: readonly string[]
}

/** Makes the changes of tables that are still to be made: their names. Rejects with a StartError. */
export async function migrateDatabase(options: DatabaseOptions): Promise<readonly string[]> {
  const { db, migrated } = await openDatabase(options)
  await db.destroy()
  return migrated
}

/** Looks whether a database is there, up to date, sound, and takes what is written. Rejects with a StartError where it can't be read. */
export async function checkDatabase(options: DatabaseOptions, now: Date): Promise<DatabaseReport> {
  const { place } = options
  const found = { database: showPlace(place), kind: place.kind }
  const db = await connectExisting(options)
  const pending = await finish(db, pendingMigrations)
  if (pending.length > 0) return { ...found, pending, rows: {}, problems: ['its tables are not up to date'] }
  const opened = await openDatabase(options)
  return finish(opened.db, async (db) => {
    const problems = place.kind === 'sqlite' ? await integrityProblems(db) : []
    try {
      await opened.check(now)
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
    const counts = await Promise.all(tableNames.map(async (name) => [name, await countRows(db, name)] as const))
    return { ...found, pending, rows: Object.fromEntries(counts), problems }
  })
}

/**
 * Copies every row of one database into another, which has to be empty: all of them or none. Gives the number of rows
 * by table. Rejects with a StartError that says what to do; nothing has been copied then.
 */
export async function copyDatabase(
  from: DatabaseOptions,
  to: DatabaseOptions,
): Promise<Readonly<Record<string, number>>> {
  if (sameDatabase(from.place, to.place)) throw new StartError('Both addresses lead to the same database.')
  const rows = await finish(await connectExisting(from), async (db) => {
    if ((await pendingMigrations(db)).length > 0) {
      throw new StartError(
        `The tables of ${showPlace(from.place)} are not up to date: run DATABASE_URL=… npx mesh database migrate on it.`,
      )
    }
    return readAll(db)
  })
  const { db } = await openDatabase(to)
  return finish(db, async (db) => {
    await db.transaction().execute((transaction) => writeAll(transaction, rows, showPlace(to.place)))
    return Object.fromEntries(copied.map((name) => [name, rows[name].length]))
  })
}

/** All but the row of the last look, which says nothing of another database. */
const copied = tableNames.filter((name) => name !== 'health')
type Copied = Exclude<keyof Tables, 'health'>

/** One row of a table, whichever it is. */
type Row = Readonly<Record<string, string | number | null>>
type AllRows = Readonly<Record<Copied, readonly Row[]>>

/** How many rows go into a statement: eight columns each, below the 32,766 parameters that SQLite takes. */
const BATCH = 500

/** In one transaction, so that what is read belongs together. */
const readAll = (db: Kysely<Tables>): Promise<AllRows> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const read = async (name: Copied) => (await sql<Row>`select * from ${sql.table(name)}`.execute(db)).rows
      return {
        claims: await read('claims'),
        thread_contexts: await read('thread_contexts'),
        corrections: await read('corrections'),
        pictures: await read('pictures'),
        quiet_channels: await read('quiet_channels'),
        due_work: await read('due_work'),
      }
    })

async function writeAll(db: Kysely<Tables>, all: AllRows, shown: string): Promise<void> {
  for (const name of copied) {
    // Work that every start adds is no record of anything.
    if (name === 'due_work') await db.deleteFrom(name).whereRef('id', '=', 'kind').execute()
    const there = await countRows(db, name)
    if (there > 0) {
      throw new StartError(`${shown} has rows in ${name} already (${there}): a copy goes into an empty database.`)
    }
    const rows = all[name]
    for (let start = 0; start < rows.length; start += BATCH)
      await insertRows(db, name, rows.slice(start, start + BATCH))
    const now = await countRows(db, name)
    if (now !== rows.length) throw new Error(`${name} has ${now} rows after the copy instead of ${rows.length}`)
  }
}

async function insertRows(db: Kysely<Tables>, name: Copied, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`.execute(db)
}

/** PostgreSQL gives a count as text, since it may be larger than a number holds. */
async function countRows(db: Kysely<Tables>, name: keyof Tables): Promise<number> {
  const { rows } = await sql<{ count: string | number }>`select count(*) as count from ${sql.table(name)}`.execute(db)
  return Number(rows[0]?.count)
}

async function integrityProblems(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map(({ integrity_check }) => integrity_check).filter((found) => found !== 'ok')
}

/** Whoever looks at a file that isn't there has mistyped its name: it isn't made. */
function connectExisting(options: DatabaseOptions): Promise<Kysely<Tables>> {
  const { place } = options
  if (place.kind === 'sqlite' && !existsSync(place.file)) throw new StartError(`There is no database ${place.file}.`)
  return connect(options)
}

const sameDatabase = (one: DatabasePlace, other: DatabasePlace): boolean =>
  one.kind === other.kind && showPlace(one) === showPlace(other)

async function finish<T>(db: Kysely<Tables>, use: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  try {
    return await use(db)
  } finally {
    await db.destroy()
  }
}

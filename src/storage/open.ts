import type { Kysely } from 'kysely'
import { StartError } from '../errors.ts'
import { describeError, type Log } from '../log.ts'
import { checkByWriting, checkFile, identityOf } from './check.ts'
import { claimsIn } from './claims.ts'
import { cleanUp } from './clean-up.ts'
import { correctionsIn } from './corrections.ts'
import { dueWorkIn } from './due-work.ts'
import { type DatabasePlace, showPlace } from './location.ts'
import { migrate } from './migrations.ts'
import { picturesIn } from './pictures.ts'
import type { QueryLog } from './query-log.ts'
import { quietChannelsIn } from './quiet-channels.ts'
import { openSqlite } from './sqlite.ts'
import type { Storage } from './storage.ts'
import type { Tables } from './tables.ts'
import { threadContextsIn } from './thread-contexts.ts'

export interface DatabaseOptions {
  readonly place: DatabasePlace
  /** The same PostgreSQL database by an address for changes of its tables: past a pooler, or by another user. */
  readonly migrationPlace?: DatabasePlace | undefined
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Told of every query. */
  readonly queryLog?: QueryLog | undefined
}

export interface StorageOptions extends DatabaseOptions {
  readonly now: () => Date
  readonly newId: () => string
}

/** Opens the storage and brings its tables up to date. Rejects with a StartError when the database can't be used. */
export async function openStorage({ now, newId, ...options }: StorageOptions): Promise<Storage> {
  const { db, check } = await openDatabase(options)
  return {
    claims: claimsIn(db, now, newId),
    threads: threadContextsIn(db, now),
    corrections: correctionsIn(db, now, newId),
    pictures: picturesIn(db, now),
    quiet: quietChannelsIn(db, now),
    due: dueWorkIn(db, now),
    cleanUp: () => cleanUp(db, now()),
    check: () => check(now()),
    close: () => db.destroy(),
  }
}

/** A database that is open and up to date. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>
  /** Writes something and reads it again. Rejects when what is written isn't kept. */
  check(now: Date): Promise<void>
  /** The names of the migrations that were done. */
  readonly migrated: readonly string[]
}

/** Opens a database and brings its tables up to date. Rejects with a StartError when it can't be used. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { place } = options
  const db = await connect(options)
  try {
    const migrated = await bringUpToDate(db, options)
    if (place.kind === 'postgres' || place.file === ':memory:') {
      return { db, migrated, check: (now) => checkByWriting(db, now) }
    }
    const opened = await identityOf(place.file)
    return { db, migrated, check: (now) => checkFile(db, place.file, opened, now) }
  } catch (error) {
    await db.destroy()
    throw cannotUse(place, error)
  }
}

/** Connects, without a look at the tables. Rejects with a StartError when the database can't be reached or read. */
export async function connect({ place, log, queryLog }: DatabaseOptions, migrating = false): Promise<Kysely<Tables>> {
  try {
    if (place.kind === 'sqlite') return openSqlite(place.file, queryLog)
    // Most who run Meshwise never need it.
    const { openPostgres, untilItAnswers } = await import('./postgres.ts')
    const db = openPostgres(place.url, {
      migrating,
      log: queryLog,
      onLostConnection: (error) => log.warn('A connection to the database was lost', describeError(error)),
    })
    try {
      await untilItAnswers(db, (reason) =>
        log.info(`Waiting for the database ${showPlace(place)}, which does not answer yet (${reason})`),
      )
      return db
    } catch (error) {
      await db.destroy()
      throw error
    }
  } catch (error) {
    throw cannotUse(place, error)
  }
}

async function bringUpToDate(db: Kysely<Tables>, options: DatabaseOptions): Promise<readonly string[]> {
  if (options.place.kind === 'sqlite') return migrate(db)
  const place = options.migrationPlace ?? options.place
  const migrating = await connect({ ...options, place }, true)
  try {
    return await migrate(migrating)
  } finally {
    await migrating.destroy()
  }
}

const advice = {
  sqlite:
    'Check that it is a Meshwise database and that this user may write it and its directory, or name another one in ' +
    'DATABASE_URL.',
  postgres: 'Check the address in DATABASE_URL, that the database exists, and that this user may create tables in it.',
}

function cannotUse(place: DatabasePlace, error: unknown): StartError {
  if (error instanceof StartError) return error
  const reason = error instanceof Error ? error.message || ('code' in error ? error.code : error.name) : String(error)
  return new StartError(`The database ${showPlace(place)} can't be used: ${reason}. ${advice[place.kind]}`)
}

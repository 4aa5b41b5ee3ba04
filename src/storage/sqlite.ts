import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setImmediate, setTimeout } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import type { QueryLog } from './query-log.ts'
import { StorableTexts } from './storable-texts.ts'
import type { Tables } from './tables.ts'

/** How long a statement waits for another process that is writing, in milliseconds. */
const PATIENCE = 5_000

/** The pauses between tries, in milliseconds: short at first, since most writers are done at once. */
const PAUSES = { first: 2, longest: 50 }

/**
 * Opens a SQLite file, or `:memory:`, creating it and its directory where missing. Whatever was committed survives a
 * crash of the machine (WAL with synchronous FULL, see sqlite.org/pragma.html#pragma_synchronous). Throws the error
 * of Node or SQLite when the file can't be used.
 */
export function openSqlite(file: string, log?: QueryLog): Kysely<Tables> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  // Only the opening waits inside of SQLite, where the whole process waits with it. After that it is asked again.
  const database = new DatabaseSync(file, { timeout: PATIENCE })
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 0')
  } catch (error) {
    database.close()
    throw error
  }
  return new Kysely<Tables>({
    dialect: new PatientDialect(forKysely(database)),
    plugins: [new StorableTexts()],
    ...(log ? { log } : {}),
  })
}

/** Kysely's dialect for SQLite, with a driver that waits for other processes without stopping this one. */
class PatientDialect extends SqliteDialect {
  readonly #database: SqliteDatabase

  constructor(database: SqliteDatabase) {
    super({ database })
    this.#database = database
  }

  override createDriver() {
    return new PatientDriver({ database: this.#database })
  }

  override createAdapter() {
    return new TransactionalAdapter()
  }
}

/** SQLite can undo changes of tables too, so that migrations are done whole, and by one process at a time. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

class PatientDriver extends SqliteDriver {
  override async acquireConnection() {
    return patient(await super.acquireConnection())
  }

  /**
   * Takes the right to write at once. A transaction that reads first and then writes is refused without waiting
   * where another process has written meanwhile (sqlite.org/rescode.html#busy_snapshot).
   */
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/**
 * A connection that lets everything else go on: between two statements, which would else follow each other without a
 * pause for as long as any are waiting, and while another process is writing, when it asks again after a pause.
 */
const patient = (connection: DatabaseConnection): DatabaseConnection => ({
  async executeQuery<R>(query: CompiledQuery) {
    await setImmediate()
    const started = performance.now()
    for (let pause = PAUSES.first; ; pause = Math.min(pause * 2, PAUSES.longest)) {
      try {
        return await connection.executeQuery<R>(query)
      } catch (error) {
        if (!isBusy(error) || performance.now() - started > PATIENCE) throw error
        await setTimeout(pause)
      }
    }
  },
  streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
})

/** SQLITE_BUSY and SQLITE_LOCKED, whose extended codes differ above the lowest byte (sqlite.org/rescode.html). */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && [5, 6].includes(Number(error.errcode) & 0xff)

/** Node's SQLite with the face of better-sqlite3, for which Kysely's dialect is written. */
function forKysely(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(bindable)),
        run: (parameters) => statement.run(...parameters.map(bindable)),
        iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
      }
    },
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value
  }
  throw new TypeError(`SQLite can't store a ${typeof value}`)
}

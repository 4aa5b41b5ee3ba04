import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Tables } from './tables.ts'

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 5_000

/**
 * Opens a SQLite file, or `:memory:`, creating it and its directory where missing. Whatever was committed survives a
 * crash of the machine (WAL with synchronous FULL, see sqlite.org/pragma.html#pragma_synchronous). Throws the error
 * of Node or SQLite when the file can't be used.
 */
export function openSqlite(file: string): Kysely<Tables> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT })
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
  } catch (error) {
    database.close()
    throw error
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) })
}

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

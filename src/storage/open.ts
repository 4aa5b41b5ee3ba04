import { sql } from 'kysely'
import { StartError } from '../errors.ts'
import { correctionsIn } from './corrections.ts'
import { eventLogIn } from './event-log.ts'
import { picturesIn } from './pictures.ts'
import { quietChannelsIn } from './quiet-channels.ts'
import { openSqlite } from './sqlite.ts'
import type { Storage } from './storage.ts'
import { migrate } from './tables.ts'
import { threadContextsIn } from './thread-contexts.ts'

export interface StorageOptions {
  /** The path of a SQLite file, or `:memory:`. */
  readonly file: string
  readonly now: () => Date
  readonly newId: () => string
}

/** Opens the storage and brings its tables up to date. Rejects with a StartError when the file can't be used. */
export async function openStorage({ file, now, newId }: StorageOptions): Promise<Storage> {
  try {
    const db = openSqlite(file)
    await migrate(db)
    return {
      events: eventLogIn(db, now),
      threads: threadContextsIn(db, now),
      corrections: correctionsIn(db, now, newId),
      pictures: picturesIn(db, now),
      quiet: quietChannelsIn(db, now),
      check: async () => void (await sql`select 1`.execute(db)),
      close: () => db.destroy(),
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(
      `The database ${file} can't be used: ${reason}. Check that it is a Meshwise database and that this user may ` +
        'write it and its directory, or name another one in DATABASE_URL.',
    )
  }
}

import { open, stat } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

const id = 'readiness'

/** Writes an instant and reads it again in one statement. Rejects when the database takes no writes. */
export async function checkByWriting(db: Kysely<Tables>, now: Date): Promise<void> {
  const written_at = now.toISOString()
  const row = await db
    .insertInto('health')
    .values({ id, written_at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ written_at }))
    .returning('written_at')
    .executeTakeFirst()
  if (row?.written_at !== written_at) throw new Error('what was written did not come back')
}

/**
 * As `checkByWriting`, and looks whether the file that everybody else sees is still the one that is written to: a file
 * that was deleted, replaced, cut off or overwritten goes on to work for whoever has it open. `opened` is its identity
 * when it was opened.
 */
export async function checkFile(db: Kysely<Tables>, file: string, opened: FileIdentity, now: Date): Promise<void> {
  await checkByWriting(db, now)
  const found = await identityOf(file)
  if (found.dev !== opened.dev || found.ino !== opened.ino) throw new Error('the file was replaced by another one')
  await checkHeader(file)
  const anew = new DatabaseSync(file, { readOnly: true })
  try {
    const row = anew.prepare('select written_at from health where id = ?').get(id)
    // Another process on the same file may have written since.
    if (!(String(row?.written_at) >= now.toISOString())) throw new Error('what was written is not in the file')
  } finally {
    anew.close()
  }
}

/** What tells a file from another one under the same name. */
export interface FileIdentity {
  readonly dev: bigint
  readonly ino: bigint
}

/** Rejects with Node's error when there is no such file. */
export async function identityOf(file: string): Promise<FileIdentity> {
  const { dev, ino } = await stat(file, { bigint: true })
  return { dev, ino }
}

/** Page size and number of pages stand in the first 100 bytes (sqlite.org/fileformat.html#the_database_header). */
async function checkHeader(file: string): Promise<void> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(100), 0, 100, 0)
    if (buffer.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new Error('the file was overwritten')
    const pageSize = buffer.readUInt16BE(16)
    const { size } = await handle.stat()
    if (size < (pageSize === 1 ? 65_536 : pageSize) * buffer.readUInt32BE(28)) throw new Error('the file was cut off')
  } finally {
    await handle.close()
  }
}

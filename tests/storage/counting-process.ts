/** Counts up in a SQLite file by transactions that read first: `node counting-process.ts FILE TIMES`. */
import { sql } from 'kysely'
import { openSqlite } from '../../src/storage/sqlite.ts'

const [, , file = '', times = '0'] = process.argv
const db = openSqlite(file)
for (let round = 0; round < Number(times); round++) {
  await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ n: number }>`select n from counters`.execute(transaction)
    await sql`update counters set n = ${(rows[0]?.n ?? 0) + 1}`.execute(transaction)
  })
}
await db.destroy()

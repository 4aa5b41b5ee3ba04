import type { Kysely } from 'kysely'
import type { Corrections } from './storage.ts'
import type { Tables } from './tables.ts'
import { tenantColumns, tenantOf } from './tenant-columns.ts'

/** Corrections in a database. */
export const correctionsIn = (db: Kysely<Tables>, now: () => Date, newId: () => string): Corrections => ({
  async add({ id = newId(), userId, mesh, topic, text, sourceUrl = null, ...tenant }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('corrections')
      .values({
        ...tenantColumns(tenant),
        id,
        created_at: now().toISOString(),
        user_id: userId,
        mesh,
        topic,
        text,
        source_url: sourceUrl,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  },
  async list() {
    const rows = await db.selectFrom('corrections').selectAll().orderBy('created_at', 'desc').execute()
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      ...tenantOf(row),
      userId: row.user_id,
      mesh: row.mesh,
      topic: row.topic,
      text: row.text,
      sourceUrl: row.source_url ?? undefined,
    }))
  },
})

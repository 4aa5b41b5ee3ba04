import type { Kysely } from 'kysely'
import type { Corrections } from './storage.ts'
import type { Tables } from './tables.ts'

/** Corrections in a database. */
export const correctionsIn = (db: Kysely<Tables>, now: () => Date, newId: () => string): Corrections => ({
  async add({ enterpriseId = null, teamId = null, userId, mesh, topic, text, sourceUrl = null }) {
    await db
      .insertInto('corrections')
      .values({
        id: newId(),
        created_at: now().toISOString(),
        enterprise_id: enterpriseId,
        team_id: teamId,
        user_id: userId,
        mesh,
        topic,
        text,
        source_url: sourceUrl,
      })
      .execute()
  },
  async list() {
    const rows = await db.selectFrom('corrections').selectAll().orderBy('created_at', 'desc').execute()
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      enterpriseId: row.enterprise_id ?? undefined,
      teamId: row.team_id ?? undefined,
      userId: row.user_id,
      mesh: row.mesh,
      topic: row.topic,
      text: row.text,
      sourceUrl: row.source_url ?? undefined,
    }))
  },
})

import type { Kysely } from 'kysely'
import type { EventLog } from './storage.ts'
import type { Tables } from './tables.ts'

/** Slack's longest option for late deliveries retries for 24 hours (docs.slack.dev/apis/events-api). In milliseconds. */
const KEPT = 24 * 60 * 60 * 1000

/** An event log in a database. */
export const eventLogIn = (db: Kysely<Tables>, now: () => Date): EventLog => ({
  async claim(key) {
    const at = now()
    const old = new Date(at.getTime() - KEPT).toISOString()
    await db.deleteFrom('event_claims').where('claimed_at', '<', old).execute()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('event_claims')
      .values({ key, claimed_at: at.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  },
})

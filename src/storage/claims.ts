import { type Kysely, sql } from 'kysely'
import type { ClaimKey, Claims } from './storage.ts'
import type { Tables } from './tables.ts'
import { tenantColumns } from './tenant-columns.ts'

/**
 * How long a claim is held without being extended, in milliseconds. Slack delivers again at once, after one minute and
 * after five (docs.slack.dev/apis/events-api): what a process left behind as it died is free at the second of these.
 */
export const LEASE = 5_000

/** Claims in a database. */
export function claimsIn(db: Kysely<Tables>, now: () => Date, newId: () => string): Claims {
  const leasedUntil = () => new Date(now().getTime() + LEASE).toISOString()
  const columnsOf = (key: ClaimKey) => ({ ...tenantColumns(key), key: key.key })

  const held = (key: ClaimKey, holder: string) => ({
    async extend() {
      const { numUpdatedRows } = await db
        .updateTable('claims')
        .set({ leased_until: leasedUntil() })
        .where((row) => row.and({ ...columnsOf(key), holder }))
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    // By whoever held it last: what is answered is answered.
    async finish() {
      await db
        .updateTable('claims')
        .set({ finished_at: now().toISOString() })
        .where((row) => row.and(columnsOf(key)))
        .execute()
    },
    async release() {
      await db
        .deleteFrom('claims')
        .where((row) => row.and({ ...columnsOf(key), holder }))
        .execute()
    },
  })

  return {
    async take(key) {
      const at = now().toISOString()
      const taken = { claimed_at: at, holder: newId(), leased_until: leasedUntil() }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('claims')
        .values({ ...columnsOf(key), ...taken, finished_at: null })
        .onConflict((conflict) =>
          conflict
            .columns(['enterprise_id', 'team_id', 'key'])
            .doUpdateSet(taken)
            .where('claims.finished_at', 'is', null)
            .where('claims.leased_until', '<', at),
        )
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 1n) return { state: 'taken', claim: held(key, taken.holder) }
      const row = await db
        .selectFrom('claims')
        .select('finished_at')
        .where((row) => row.and(columnsOf(key)))
        .executeTakeFirst()
      return { state: row?.finished_at ? 'finished' : 'held' }
    },
    async letGo(start) {
      await db
        .deleteFrom('claims')
        .where((row) => row.and(tenantColumns(start)))
        .where((row) => row.fn('substr', ['key', sql.lit(1), row.val(start.key.length)]), '=', start.key)
        .where('finished_at', 'is', null)
        .execute()
    },
  }
}

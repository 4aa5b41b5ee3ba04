import type { Kysely } from 'kysely'
import type { DueWork, TakenWork } from './storage.ts'
import type { Tables } from './tables.ts'
import { tenantColumns, tenantOf } from './tenant-columns.ts'

/** How long a replica has for a piece of work before another takes it up, in milliseconds. */
const LEASE = 60_000

/** How often work is tried, a crash in the midst of it included. */
const ATTEMPTS = 5

/** The pause after the first failure, in milliseconds; it doubles with each. */
const FIRST_PAUSE = 60_000

/** Due work in a database. */
export function dueWorkIn(db: Kysely<Tables>, now: () => Date): DueWork {
  const at = (milliseconds = 0) => new Date(now().getTime() + milliseconds).toISOString()
  const change = async ({ id }: TakenWork, values: Partial<Tables['due_work']>) => {
    await db
      .updateTable('due_work')
      .set({ taken_until: null, ...values })
      .where('id', '=', id)
      .execute()
  }
  return {
    async add({ id, kind, dueAt, tenant = {}, subject = '' }) {
      await db
        .insertInto('due_work')
        .values({
          ...tenantColumns(tenant),
          id,
          kind,
          subject,
          due_at: dueAt.toISOString(),
          taken_until: null,
          attempts: 0,
          done_at: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
    async takeNext(kinds) {
      if (kinds.length === 0) return undefined
      const waiting = db
        .selectFrom('due_work')
        .select('id')
        .where('done_at', 'is', null)
        .where('due_at', '<=', at())
        .where('attempts', '<', ATTEMPTS)
        .where('kind', 'in', kinds)
        .where((row) => row.or([row('taken_until', 'is', null), row('taken_until', '<', at())]))
        .orderBy('due_at')
        .limit(1)
      // Another replica may take the same row at the same time: the second then finds it taken, and nothing to do.
      const row = await db
        .updateTable('due_work')
        .set((row) => ({ taken_until: at(LEASE), attempts: row('attempts', '+', 1) }))
        .where('id', 'in', waiting)
        .where((row) => row.or([row('taken_until', 'is', null), row('taken_until', '<', at())]))
        .returningAll()
        .executeTakeFirst()
      if (!row) return undefined
      const { id, kind, subject, due_at, attempts } = row
      return { id, kind, subject, dueAt: new Date(due_at), attempts, tenant: tenantOf(row) }
    },
    finish: (work) => change(work, { done_at: at() }),
    putOff: (work, until) => change(work, { due_at: until.toISOString(), attempts: 0 }),
    async fail(work) {
      await change(work, { due_at: at(FIRST_PAUSE * 2 ** (work.attempts - 1)) })
      return work.attempts < ATTEMPTS
    },
    async overdue() {
      const row = await db
        .selectFrom('due_work')
        .select('due_at')
        .where('done_at', 'is', null)
        .where('due_at', '<=', at())
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst()
      return row ? now().getTime() - Date.parse(row.due_at) : 0
    },
  }
}

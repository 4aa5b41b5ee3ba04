import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import { THREADS_KEPT } from './thread-contexts.ts'

const day = 24 * 60 * 60 * 1000

/** Slack's longest option for late deliveries retries for 24 hours (docs.slack.dev/apis/events-api). In milliseconds. */
const CLAIMS_KEPT = day

/** Work that is done is kept, so that work of the same id isn't added again at once. In milliseconds. */
const WORK_KEPT = 30 * day

/** Deletes what is kept for a time only, and whose time is over. */
export async function cleanUp(db: Kysely<Tables>, now: Date): Promise<void> {
  const before = (kept: number) => new Date(now.getTime() - kept).toISOString()
  await db.deleteFrom('claims').where('claimed_at', '<', before(CLAIMS_KEPT)).execute()
  await db.deleteFrom('thread_contexts').where('updated_at', '<', before(THREADS_KEPT)).execute()
  await db.deleteFrom('due_work').where('done_at', '<', before(WORK_KEPT)).execute()
}

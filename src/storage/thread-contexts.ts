import type { Kysely } from 'kysely'
import { z } from 'zod'
import { intents, type ThreadContext } from '../questions/question.ts'
import type { ThreadContexts, ThreadKey } from './storage.ts'
import type { Tables } from './tables.ts'
import { tenantColumns } from './tenant-columns.ts'

/** How long a thread is remembered after its last turn, in milliseconds. */
export const THREADS_KEPT = 30 * 24 * 60 * 60 * 1000

const size = z.number().exactOptional()
const contextSchema = z.object({
  intent: z.enum(intents),
  meshes: z.array(z.string()),
  topics: z.array(z.string()),
  mentioned: z.array(z.string()),
  sizes: z.object({ pods: size, nodes: size, rps: size, hops: size, services: size, people: size }),
  requirements: z.string().exactOptional(),
}) satisfies z.ZodType<ThreadContext>

const columnsOf = (key: ThreadKey) => ({ ...tenantColumns(key), channel: key.channel, thread_ts: key.threadTs })

/** Thread contexts in a database. A context that another version wrote and this one can't read counts as none. */
export function threadContextsIn(db: Kysely<Tables>, now: () => Date): ThreadContexts {
  const oldest = () => new Date(now().getTime() - THREADS_KEPT).toISOString()
  return {
    async get(key) {
      const row = await db
        .selectFrom('thread_contexts')
        .select('context')
        .where((row) => row.and(columnsOf(key)))
        .where('updated_at', '>=', oldest())
        .executeTakeFirst()
      return row && contextSchema.safeParse(parseJson(row.context)).data
    },
    async put(key, context) {
      const written = { context: JSON.stringify(context), updated_at: now().toISOString() }
      await db
        .insertInto('thread_contexts')
        .values({ ...columnsOf(key), ...written })
        .onConflict((conflict) =>
          conflict.columns(['enterprise_id', 'team_id', 'channel', 'thread_ts']).doUpdateSet(written),
        )
        .execute()
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

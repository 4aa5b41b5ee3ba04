import type { Kysely } from 'kysely'
import type { QuietChannels, Tenant } from './storage.ts'
import type { Tables } from './tables.ts'
import { tenantColumns } from './tenant-columns.ts'

const columnsOf = (tenant: Tenant, channel: string) => ({ ...tenantColumns(tenant), channel })

/** Quiet channels in a database. */
export const quietChannelsIn = (db: Kysely<Tables>, now: () => Date): QuietChannels => ({
  async has(tenant, channel) {
    const row = await db
      .selectFrom('quiet_channels')
      .select('channel')
      .where((row) => row.and(columnsOf(tenant, channel)))
      .executeTakeFirst()
    return row !== undefined
  },
  async set(tenant, channel, isQuiet) {
    if (isQuiet) {
      const since = now().toISOString()
      await db
        .insertInto('quiet_channels')
        .values({ ...columnsOf(tenant, channel), since })
        .onConflict((conflict) => conflict.columns(['enterprise_id', 'team_id', 'channel']).doNothing())
        .execute()
    } else {
      await db
        .deleteFrom('quiet_channels')
        .where((row) => row.and(columnsOf(tenant, channel)))
        .execute()
    }
  },
})

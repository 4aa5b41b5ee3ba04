import type { Kysely } from 'kysely'
import type { Pictures, Tenant } from './storage.ts'
import type { Tables } from './tables.ts'
import { tenantColumns } from './tenant-columns.ts'

const columnsOf = (tenant: Tenant, picture: string) => ({ ...tenantColumns(tenant), picture })

/** Uploaded pictures in a database. */
export const picturesIn = (db: Kysely<Tables>, now: () => Date): Pictures => ({
  async get(tenant, picture) {
    const row = await db
      .selectFrom('pictures')
      .select('file')
      .where((row) => row.and(columnsOf(tenant, picture)))
      .executeTakeFirst()
    return row?.file
  },
  async put(tenant, picture, file) {
    const written = { file, uploaded_at: now().toISOString() }
    await db
      .insertInto('pictures')
      .values({ ...columnsOf(tenant, picture), ...written })
      .onConflict((conflict) => conflict.columns(['enterprise_id', 'team_id', 'picture']).doUpdateSet(written))
      .execute()
  },
})

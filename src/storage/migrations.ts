import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './tables.ts'

type Migrations = Readonly<Record<string, Migration>>

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()
const primary = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey()

/** The columns that say whose a row is: `tenant-columns.ts` has the convention. Migrations that are out rest on them. */
const ofTenant = <T extends string>(table: CreateTableBuilder<T>) =>
  table.addColumn('enterprise_id', 'text', required).addColumn('team_id', 'text', required)

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('event_claims')
      .addColumn('key', 'text', primary)
      .addColumn('claimed_at', 'text', required)
      .execute()
    await db.schema.createIndex('event_claims_by_age').on('event_claims').column('claimed_at').execute()
    await db.schema
      .createTable('thread_contexts')
      .$call(ofTenant)
      .addColumn('channel', 'text', required)
      .addColumn('thread_ts', 'text', required)
      .addColumn('context', 'text', required)
      .addColumn('updated_at', 'text', required)
      .addPrimaryKeyConstraint('thread_contexts_key', ['enterprise_id', 'team_id', 'channel', 'thread_ts'])
      .execute()
    await db.schema.createIndex('thread_contexts_by_age').on('thread_contexts').column('updated_at').execute()
    await db.schema
      .createTable('corrections')
      .addColumn('id', 'text', primary)
      .addColumn('created_at', 'text', required)
      .addColumn('enterprise_id', 'text')
      .addColumn('team_id', 'text')
      .addColumn('user_id', 'text', required)
      .addColumn('mesh', 'text', required)
      .addColumn('topic', 'text', required)
      .addColumn('text', 'text', required)
      .addColumn('source_url', 'text')
      .execute()
  },
}

const pictures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('pictures')
      .$call(ofTenant)
      .addColumn('picture', 'text', required)
      .addColumn('file', 'text', required)
      .addColumn('uploaded_at', 'text', required)
      .addPrimaryKeyConstraint('pictures_key', ['enterprise_id', 'team_id', 'picture'])
      .execute()
  },
}

const leasesAndDueWork: Migration = {
  async up(db: Kysely<unknown>) {
    // Claims of a day ago at most: what they stood for has been answered, or Slack has given up.
    await db.schema.dropTable('event_claims').execute()
    await db.schema
      .createTable('claims')
      .$call(ofTenant)
      .addColumn('key', 'text', required)
      .addColumn('claimed_at', 'text', required)
      .addColumn('holder', 'text', required)
      .addColumn('leased_until', 'text', required)
      .addColumn('finished_at', 'text')
      .addPrimaryKeyConstraint('claims_key', ['enterprise_id', 'team_id', 'key'])
      .execute()
    await db.schema.createIndex('claims_by_age').on('claims').column('claimed_at').execute()
    await db.schema
      .createTable('due_work')
      .addColumn('id', 'text', primary)
      .$call(ofTenant)
      .addColumn('kind', 'text', required)
      .addColumn('subject', 'text', required)
      .addColumn('due_at', 'text', required)
      .addColumn('taken_until', 'text')
      .addColumn('attempts', 'integer', required)
      .addColumn('done_at', 'text')
      .execute()
    await db.schema.createIndex('due_work_by_time').on('due_work').columns(['done_at', 'due_at']).execute()
    await db.schema
      .createTable('health')
      .addColumn('id', 'text', primary)
      .addColumn('written_at', 'text', required)
      .execute()
  },
}

/** Nobody's organisation is an empty text here too, as in every other table. */
const tenantsOfCorrections: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('corrections_of_tenants')
      .addColumn('id', 'text', primary)
      .$call(ofTenant)
      .addColumn('created_at', 'text', required)
      .addColumn('user_id', 'text', required)
      .addColumn('mesh', 'text', required)
      .addColumn('topic', 'text', required)
      .addColumn('text', 'text', required)
      .addColumn('source_url', 'text')
      .execute()
    await sql`
      insert into corrections_of_tenants
        (id, enterprise_id, team_id, created_at, user_id, mesh, topic, text, source_url)
      select id, coalesce(enterprise_id, ''), coalesce(team_id, ''), created_at, user_id, mesh, topic, text, source_url
      from corrections`.execute(db)
    await db.schema.dropTable('corrections').execute()
    await db.schema.alterTable('corrections_of_tenants').renameTo('corrections').execute()
  },
}

const quietChannels: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('quiet_channels')
      .$call(ofTenant)
      .addColumn('channel', 'text', required)
      .addColumn('since', 'text', required)
      .addPrimaryKeyConstraint('quiet_channels_key', ['enterprise_id', 'team_id', 'channel'])
      .execute()
  },
}

/**
 * In the order of their names. One that has been released is never changed: the next change is the next migration.
 * Each is done whole or not at all, and runs on every database that there is.
 */
export const migrations = {
  '001-first': first,
  '002-pictures': pictures,
  '003-leases-and-due-work': leasesAndDueWork,
  '004-tenants-of-corrections': tenantsOfCorrections,
  '005-quiet-channels': quietChannels,
} satisfies Migrations

const migratorOf = (db: Kysely<Tables>, all: Migrations = migrations): Migrator =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...all }) } })

/**
 * Brings the tables up to date: the names of what was done. Of several processes one does it, and the others wait.
 * Rejects with the database's error when that fails, and nothing has changed then.
 */
export async function migrate(db: Kysely<Tables>, all: Migrations = migrations): Promise<readonly string[]> {
  const { error, results = [] } = await migratorOf(db, all).migrateToLatest()
  if (error) throw error
  return results.map(({ migrationName }) => migrationName)
}

/** The names of the migrations that are still to be done. */
export async function pendingMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const all = await migratorOf(db).getMigrations()
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name)
}

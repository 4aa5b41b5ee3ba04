import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './tables.ts'

type Migrations = Readonly<Record<string, Migration>>

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('event_claims')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('claimed_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('event_claims_by_age').on('event_claims').column('claimed_at').execute()
    await db.schema
      .createTable('thread_contexts')
      .addColumn('enterprise_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('thread_ts', 'text', (column) => column.notNull())
      .addColumn('context', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('thread_contexts_key', ['enterprise_id', 'team_id', 'channel', 'thread_ts'])
      .execute()
    await db.schema.createIndex('thread_contexts_by_age').on('thread_contexts').column('updated_at').execute()
    await db.schema
      .createTable('corrections')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('enterprise_id', 'text')
      .addColumn('team_id', 'text')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('mesh', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('source_url', 'text')
      .execute()
  },
}

const pictures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('pictures')
      .addColumn('enterprise_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('picture', 'text', (column) => column.notNull())
      .addColumn('file', 'text', (column) => column.notNull())
      .addColumn('uploaded_at', 'text', (column) => column.notNull())
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
      .addColumn('enterprise_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('claimed_at', 'text', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('leased_until', 'text', (column) => column.notNull())
      .addColumn('finished_at', 'text')
      .addPrimaryKeyConstraint('claims_key', ['enterprise_id', 'team_id', 'key'])
      .execute()
    await db.schema.createIndex('claims_by_age').on('claims').column('claimed_at').execute()
    await db.schema
      .createTable('due_work')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('enterprise_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('taken_until', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('done_at', 'text')
      .execute()
    await db.schema.createIndex('due_work_by_time').on('due_work').columns(['done_at', 'due_at']).execute()
    await db.schema
      .createTable('health')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('written_at', 'text', (column) => column.notNull())
      .execute()
  },
}

/** Nobody's organisation is an empty text here too, as in every other table. */
const tenantsOfCorrections: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('corrections_of_tenants')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('enterprise_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('mesh', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
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
      .addColumn('enterprise_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('since', 'text', (column) => column.notNull())
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

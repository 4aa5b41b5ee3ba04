import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

/** The tables. Instants are ISO 8601 text, which sorts by time in every database. */
export interface Tables {
  event_claims: { key: string; claimed_at: string }
  thread_contexts: {
    /** Empty outside an organisation; an empty team is an installation for the organisation as a whole. */
    enterprise_id: string
    team_id: string
    channel: string
    thread_ts: string
    context: string
    updated_at: string
  }
  corrections: {
    id: string
    created_at: string
    enterprise_id: string | null
    team_id: string | null
    user_id: string
    mesh: string
    topic: string
    text: string
    source_url: string | null
  }
  pictures: {
    enterprise_id: string
    team_id: string
    /** Tells one version of one picture from all others. */
    picture: string
    /** The id of the file that Slack made of it. */
    file: string
    uploaded_at: string
  }
  /** The channels in which nothing is said without a mention. */
  quiet_channels: { enterprise_id: string; team_id: string; channel: string; since: string }
}

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

/** In the order of their names. One that has been released is never changed: the next change is the next migration. */
const migrations = { '001-first': first, '002-pictures': pictures, '005-quiet-channels': quietChannels }

/** Brings the tables up to date; rejects with the database's error when that fails. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) throw error
}

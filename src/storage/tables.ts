import type { TenantColumns } from './tenant-columns.ts'

/** The tables. Instants are ISO 8601 text of one length, which sorts by time in every database and collation. */
export interface Tables {
  /** Work on what Slack delivered: who does it, until when nobody else may, and whether it is done. */
  claims: TenantColumns & {
    key: string
    claimed_at: string
    holder: string
    leased_until: string
    finished_at: string | null
  }
  thread_contexts: TenantColumns & {
    channel: string
    thread_ts: string
    context: string
    updated_at: string
  }
  corrections: TenantColumns & {
    id: string
    created_at: string
    user_id: string
    mesh: string
    topic: string
    text: string
    source_url: string | null
  }
  pictures: TenantColumns & {
    /** Tells one version of one picture from all others. */
    picture: string
    /** The id of the file that Slack made of it. */
    file: string
    uploaded_at: string
  }
  /** The channels in which nothing is said without a mention. */
  quiet_channels: TenantColumns & {
    channel: string
    since: string
  }
  /** What is to be done at some time, by whichever replica comes first. */
  due_work: TenantColumns & {
    id: string
    kind: string
    /** What it is about: the id of something, as its kind has it; never what somebody wrote. */
    subject: string
    due_at: string
    taken_until: string | null
    attempts: number
    done_at: string | null
  }
  /** One row, written and read again by each look whether the database works. */
  health: { id: string; written_at: string }
}

/** All tables, in the order in which they are copied. */
export const tableNames = [
  'claims',
  'thread_contexts',
  'corrections',
  'pictures',
  'quiet_channels',
  'due_work',
  'health',
] as const satisfies readonly (keyof Tables)[]

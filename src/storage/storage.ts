import type { ThreadContext } from '../questions/question.ts'

/** Remembers for a day what has been taken on, so that what Slack delivers again is answered once. */
export interface EventLog {
  /** True for the first who asks for this key, on whichever replica; false for everybody after. */
  claim(key: string): Promise<boolean>
}

/** A thread, across workspaces. Timestamps are Slack's strings: as numbers they lose digits. */
export interface ThreadKey {
  readonly enterpriseId?: string | undefined
  /** Absent when the app is installed for an organisation as a whole. */
  readonly teamId?: string | undefined
  readonly channel: string
  readonly threadTs: string
}

/** What each thread is about. Kept for 30 days after the last turn; never what was written. */
export interface ThreadContexts {
  get(key: ThreadKey): Promise<ThreadContext | undefined>
  put(key: ThreadKey, context: ThreadContext): Promise<void>
}

/** What somebody says is wrong with a fact. */
interface NewCorrection {
  readonly enterpriseId?: string | undefined
  readonly teamId?: string | undefined
  readonly userId: string
  readonly mesh: string
  readonly topic: string
  readonly text: string
  readonly sourceUrl?: string | undefined
}

export interface Correction extends NewCorrection {
  readonly id: string
  /** As an ISO 8601 instant. */
  readonly createdAt: string
}

/** The corrections that users have sent in, to be looked into by whoever keeps the knowledge. */
export interface Corrections {
  add(correction: NewCorrection): Promise<void>
  /** All of them, the newest first. */
  list(): Promise<readonly Correction[]>
}

/** Whose workspace a picture is in. */
export type Tenant = Pick<ThreadKey, 'enterpriseId' | 'teamId'>

/** The files that pictures have been uploaded as: one for each workspace and version of a picture. */
export interface Pictures {
  get(tenant: Tenant, picture: string): Promise<string | undefined>
  put(tenant: Tenant, picture: string, file: string): Promise<void>
}

/** The channels in which Meshwise says nothing without a mention, though it may follow up there. */
export interface QuietChannels {
  has(tenant: Tenant, channel: string): Promise<boolean>
  set(tenant: Tenant, channel: string, isQuiet: boolean): Promise<void>
}

/** Everything that outlives a request. */
export interface Storage {
  readonly events: EventLog
  readonly threads: ThreadContexts
  readonly corrections: Corrections
  readonly pictures: Pictures
  readonly quiet: QuietChannels
  /** Rejects when the database doesn't answer. */
  check(): Promise<void>
  close(): Promise<void>
}

import type { ThreadContext } from '../questions/question.ts'

/** Whose a row is: an organisation's, a workspace's, or nobody's. */
export interface Tenant {
  readonly enterpriseId?: string | undefined
  /** Absent when the app is installed for an organisation as a whole. */
  readonly teamId?: string | undefined
}

/** A piece of work that Slack may deliver more than once, such as a message to be answered. */
export interface ClaimKey extends Tenant {
  readonly key: string
  /** Whether it is better left than done twice: then it counts as held where the database can't say. */
  readonly atMostOnce?: boolean
}

/** Work that is ours for some seconds, unless we ask for more of them. */
export interface HeldClaim {
  /** Keeps it for some more seconds; false when somebody else has taken it up meanwhile. */
  extend(): Promise<boolean>
  /** Notes that it is done, so that nobody takes it up again. */
  finish(): Promise<void>
  /** Lets it go undone, for whoever asks next. */
  release(): Promise<void>
}

/**
 * Who does what. A claim is a lease: while it is held, nobody else gets it; if its holder dies, the next who asks
 * takes it up; once it is finished, nobody gets it any more.
 */
export interface Claims {
  take(key: ClaimKey): Promise<
    | { readonly state: 'taken'; readonly claim: HeldClaim }
    /** Somebody is at it, on this or another replica. */
    | { readonly state: 'held' }
    | { readonly state: 'finished' }
  >
  /** Lets all work go whose key starts like this one and that is not finished, whoever holds it. */
  letGo(start: ClaimKey): Promise<void>
}

/** A thread, across workspaces. Timestamps are Slack's strings: as numbers they lose digits. */
export interface ThreadKey extends Tenant {
  readonly channel: string
  readonly threadTs: string
}

/** What each thread is about. Kept for 30 days after the last turn; never what was written. */
export interface ThreadContexts {
  get(key: ThreadKey): Promise<ThreadContext | undefined>
  put(key: ThreadKey, context: ThreadContext): Promise<void>
}

/** What somebody says is wrong with a fact. */
interface NewCorrection extends Tenant {
  /** By default a new one. A correction takes the place of one of the same id. */
  readonly id?: string
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

/** What is to be done at some time. */
export interface NewWork {
  /** Work of an id that is there already stays as it is. */
  readonly id: string
  readonly kind: string
  readonly dueAt: Date
  readonly tenant?: Tenant
  /** The id of what it is about, as its kind has it. */
  readonly subject?: string
}

/** Work that was due and is ours for a minute. */
export interface TakenWork {
  readonly id: string
  readonly kind: string
  readonly tenant: Tenant
  readonly subject: string
  readonly dueAt: Date
  /** How often it has been taken up, this time included. */
  readonly attempts: number
}

/** What is to be done at some time, by whichever replica comes first; made up for where nobody ran at that time. */
export interface DueWork {
  add(work: NewWork): Promise<void>
  /** Takes up the work of these kinds that has been due for longest, if there is any. */
  takeNext(kinds: readonly string[]): Promise<TakenWork | undefined>
  finish(work: TakenWork): Promise<void>
  /** Puts it off, as if it had never been taken up. */
  putOff(work: TakenWork, until: Date): Promise<void>
  /** Notes that it failed. It is due again after a pause that doubles; false when it won't be tried any more. */
  fail(work: TakenWork): Promise<boolean>
  /** For how long the oldest work has been due that nobody has done, in milliseconds; 0 when there is none. */
  overdue(): Promise<number>
}

/** Everything that outlives a request. */
export interface Storage {
  readonly claims: Claims
  readonly threads: ThreadContexts
  readonly corrections: Corrections
  readonly pictures: Pictures
  readonly quiet: QuietChannels
  readonly due: DueWork
  /** Deletes what is kept for a time only, and whose time is over. */
  cleanUp(): Promise<void>
  /** Writes something and reads it again. Rejects when what is written isn't kept. */
  check(): Promise<void>
  close(): Promise<void>
}

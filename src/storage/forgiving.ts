import { inTime } from '../in-time.ts'
import { describeError, type Log } from '../log.ts'
import type { Claims, HeldClaim, Storage } from './storage.ts'

/** What can be gone without; a correction can't, and its author is told. */
export type Forgotten = 'claim' | 'thread' | 'picture' | 'quiet' | 'correction'

export interface ForgivingOptions {
  readonly log: Pick<Log, 'warn'>
  /** Told of each thing that couldn't be remembered or recalled. */
  readonly onForgotten: (what: Forgotten) => void
  /** How long an answer may be held up by the database, for each thing that it does there, in milliseconds. */
  readonly patience?: number
}

/** For what somebody waits to be told of: Slack waits three seconds for what is submitted. In milliseconds. */
const TOLD_LIMIT = 2_000

/**
 * A storage without which answers still go out: what a database that is full, locked or gone doesn't remember counts
 * as not known, and what it doesn't take is dropped, logged and counted. An event may then be answered twice. What
 * somebody is told of, a correction or that a channel is quiet, is never dropped in silence.
 */
export function forgiving(storage: Storage, { log, onForgotten, patience = 1_000 }: ForgivingOptions): Storage {
  const attempt = async <T>(what: Forgotten, work: () => Promise<T>, instead: T): Promise<T> => {
    try {
      return await inTime(work(), patience)
    } catch (error) {
      onForgotten(what)
      log.warn('The database was done without', { what, ...describeError(error) })
      return instead
    }
  }
  const tell = async (what: Forgotten, work: () => Promise<void>): Promise<void> => {
    try {
      await inTime(work(), TOLD_LIMIT)
    } catch (error) {
      onForgotten(what)
      throw error
    }
  }
  const { claims, threads, pictures, corrections, quiet } = storage
  const held = (claim: HeldClaim): HeldClaim => ({
    extend: () => attempt('claim', () => claim.extend(), true),
    finish: () => attempt('claim', () => claim.finish(), undefined),
    release: () => attempt('claim', () => claim.release(), undefined),
  })
  return {
    ...storage,
    claims: {
      async take(key): ReturnType<Claims['take']> {
        const instead = key.atMostOnce ? ({ state: 'held' } as const) : ({ state: 'taken', claim: unheld } as const)
        const taken = await attempt<Awaited<ReturnType<Claims['take']>>>('claim', () => claims.take(key), instead)
        return taken.state === 'taken' ? { state: 'taken', claim: held(taken.claim) } : taken
      },
      letGo: (start) => attempt('claim', () => claims.letGo(start), undefined),
    },
    threads: {
      get: (key) => attempt('thread', () => threads.get(key), undefined),
      put: (key, context) => attempt('thread', () => threads.put(key, context), undefined),
    },
    pictures: {
      get: (tenant, picture) => attempt('picture', () => pictures.get(tenant, picture), undefined),
      put: (tenant, picture, file) => attempt('picture', () => pictures.put(tenant, picture, file), undefined),
    },
    quiet: {
      // Where nobody can say whether a channel is to be quiet, it is.
      has: (tenant, channel) => attempt('quiet', () => quiet.has(tenant, channel), true),
      set: (tenant, channel, isQuiet) => tell('quiet', () => quiet.set(tenant, channel, isQuiet)),
    },
    corrections: {
      list: corrections.list,
      add: (correction) => tell('correction', () => corrections.add(correction)),
    },
  }
}

/** The claim of somebody who couldn't ask for one. */
const unheld: HeldClaim = {
  extend: async () => true,
  finish: async () => undefined,
  release: async () => undefined,
}

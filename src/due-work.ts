import { describeError, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { DueWork, TakenWork } from './storage/storage.ts'

/** How often a replica looks for work, in milliseconds. */
const EVERY = 30_000

/** How much is done at a look, so that a long list doesn't hold up the process. */
const AT_MOST = 100

/** How work of one kind is done. It may be done twice, where a process dies over it. */
export interface WorkKind {
  do(work: TakenWork): Promise<void>
  /** For work that is there always: after how many milliseconds it is due again. */
  readonly every?: number
}

export interface DueWorkOptions {
  readonly due: DueWork
  readonly kinds: Readonly<Record<string, WorkKind>>
  readonly log: Pick<Log, 'warn' | 'error'>
  readonly metrics: Pick<Metrics, 'worked' | 'overdue'>
  readonly now: () => Date
}

/** Looks for due work, at once and then each half minute, until it is closed. */
export function startDueWork(options: DueWorkOptions): { close(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve()
  let isClosed = false
  const look = () => {
    looking = looking.then(() => (isClosed ? undefined : lookForWork(options)))
  }
  look()
  const timer = setInterval(look, EVERY)
  return {
    async close() {
      isClosed = true
      clearInterval(timer)
      await looking
    },
  }
}

/** Does all that is due. Never rejects: what a database in trouble doesn't give is found at the next look. */
export async function lookForWork({ due, kinds, log, metrics, now }: DueWorkOptions): Promise<void> {
  try {
    for (const [kind, { every }] of Object.entries(kinds)) {
      if (every !== undefined) await due.add({ id: kind, kind, dueAt: now() })
    }
    for (let done = 0; done < AT_MOST; done++) {
      const work = await due.takeNext(Object.keys(kinds))
      if (!work) break
      await carryOut(work)
    }
    metrics.overdue((await due.overdue()) / 1000)
  } catch (error) {
    log.warn('The database gives no work', describeError(error))
  }

  async function carryOut(work: TakenWork): Promise<void> {
    const { id, kind, attempts } = work
    const { do: carry, every } = kinds[kind] ?? { do: async () => undefined }
    const next = () => due.putOff(work, new Date(now().getTime() + (every ?? 0)))
    try {
      await carry(work)
    } catch (error) {
      const goesOn = await due.fail(work)
      metrics.worked(kind, goesOn ? 'failed' : 'given_up')
      log[goesOn ? 'warn' : 'error']('Work that was due failed', { id, kind, attempts, ...describeError(error) })
      // What is there always is never given up, but waits for its next time.
      if (!goesOn && every !== undefined) await next()
      return
    }
    metrics.worked(kind, 'done')
    await (every === undefined ? due.finish(work) : next())
  }
}

import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ClaimKey, HeldClaim, Tenant, ThreadKey } from '../storage/storage.ts'
import type { Edge } from './edge.ts'
import { DeliverAgain } from './late-ack.ts'
import type { Press } from './press.ts'

/** How often a claim is extended while its work goes on, in milliseconds: well within the lease. */
const EXTEND_EVERY = 2_000

/**
 * How long a delivery waits for somebody else to finish, in milliseconds. Whoever takes the work up after that wait has
 * to be done with it before the delivery is acknowledged for its time, or a second death would be the last.
 */
const WAIT = 1_000
const LOOK_EVERY = 250

/**
 * Answers a message that Slack delivers up to four times, and as several events, once: whoever is first does the work.
 * A later delivery waits until that is done. Where it isn't done in time, since its process may be dead, this rejects
 * with DeliverAgain; the next delivery takes it up once the claim has run out.
 */
export async function answerOnce(edge: Edge, message: ThreadKey, work: () => Promise<void>): Promise<void> {
  const { channel, threadTs, ...tenant } = message
  const key = { ...tenant, key: `message ${channel} ${threadTs}` }
  for (const started = performance.now(); ; ) {
    const taken = await edge.storage.claims.take(key)
    if (taken.state === 'finished') return edge.metrics.deliveredAgain('answered_before')
    if (taken.state === 'taken') return finish(edge, taken.claim, work)
    if (performance.now() - started > WAIT) {
      edge.metrics.deliveredAgain('left')
      throw new DeliverAgain('Another replica is at work on this message')
    }
    await pause(LOOK_EVERY)
  }
}

/**
 * Answers a program once a thread, since two of them would answer each other without an end: so not at all where the
 * database can't say whether it has been answered.
 */
export function oncePerThread(edge: Edge, thread: ThreadKey, work: () => Promise<void>): Promise<void> {
  const { channel, threadTs, ...tenant } = thread
  return unlessDone(edge, { ...tenant, key: `program ${channel} ${threadTs}`, atMostOnce: true }, work)
}

/** Answers an open modal once, however often it is submitted. */
export const oncePerView = (edge: Edge, tenant: Tenant, viewId: string, work: () => Promise<void>): Promise<void> =>
  unlessDone(edge, { ...tenant, key: `view ${viewId}` }, work)

/**
 * True unless the same person pressed the same button with the same value a moment ago: each press has an id of its own,
 * so Slack passes on both. The claim is never finished, so that one presses again once it has run out.
 */
export async function isFirstPress({ storage }: Edge, tenant: Tenant, press: Press): Promise<boolean> {
  const { user, channel = '', messageTs = '', actionId, value } = press
  const what = createHash('sha256')
    .update(JSON.stringify([actionId, value]))
    .digest('hex')
  const { state } = await storage.claims.take({ ...tenant, key: `press ${user} ${channel} ${messageTs} ${what}` })
  return state === 'taken'
}

/** Does work that somebody asks for by a click, unless it is being done or has been done already. */
export async function unlessDone(edge: Edge, key: ClaimKey, work: () => Promise<void>): Promise<void> {
  const taken = await edge.storage.claims.take(key)
  if (taken.state === 'taken') await finish(edge, taken.claim, work)
}

/** What fails is done too: its user has been told so, and would be told it once more. */
async function finish({ log }: Edge, claim: HeldClaim, work: () => Promise<void>): Promise<void> {
  const extending = setInterval(() => {
    claim.extend().catch(() => log.warn('A claim could not be extended'))
  }, EXTEND_EVERY)
  try {
    await work()
  } finally {
    clearInterval(extending)
    await claim.finish()
  }
}

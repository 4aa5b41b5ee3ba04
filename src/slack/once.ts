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

/** Answers a message that Slack delivers up to four times, and as several events, once. */
export const answerOnce = (edge: Edge, message: ThreadKey, work: () => Promise<void>): Promise<void> =>
  once(edge, keyOf('message', message), work)

/**
 * Answers a program once a thread, since two of them would answer each other without an end: so not at all while the
 * database can't say whether one was answered there before.
 */
export const answerProgramOnce = (edge: Edge, thread: ThreadKey, work: () => Promise<void>): Promise<void> =>
  once(edge, { ...keyOf('program', thread), atMostOnce: true }, work)

const keyOf = (kind: string, { channel, threadTs, ...tenant }: ThreadKey): ClaimKey => ({
  ...tenant,
  key: `${kind} ${channel} ${threadTs}`,
})

/**
 * Does work that several deliveries ask for once: whoever is first does it. A later delivery waits until it is done.
 * Where it isn't done in time, since its process may be dead, this rejects with DeliverAgain; the next delivery takes it
 * up once the claim has run out.
 */
async function once(edge: Edge, key: ClaimKey, work: () => Promise<void>): Promise<void> {
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

/** Does what the submission of a modal asks for once, however often it is submitted. */
export const oncePerView = (edge: Edge, tenant: Tenant, viewId: string, work: () => Promise<void>): Promise<void> =>
  unlessDone(edge, { ...tenant, key: `view ${viewId}` }, work)

/**
 * Does what a press asks for, unless the same person pressed the same button with the same value a moment ago: each press
 * has an id of its own, so Slack passes on both. One presses again once the claim has run out; and at once after a
 * failure, or where what was done only took the place of what was there.
 */
export async function oncePerPress(
  edge: Pick<Edge, 'storage'>,
  tenant: Tenant,
  press: Press,
  work: () => Promise<void>,
  { isInPlace = false } = {},
): Promise<void> {
  const { user, channel = '', messageTs = '', actionId, value } = press
  const key = `press ${user} ${channel} ${messageTs} ${digestOf([actionId, value])}`
  await holding(edge, { ...tenant, key }, async () => {
    await work()
    return !isInPlace
  })
}

/** What stands for something in the key of a claim. */
export const digestOf = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex')

/**
 * Does work unless its claim is held. The claim is never finished: it is held until it runs out where the work says so,
 * and free at once otherwise, or after a failure.
 */
export async function holding(
  { storage }: Pick<Edge, 'storage'>,
  key: ClaimKey,
  work: () => Promise<boolean>,
): Promise<void> {
  const taken = await storage.claims.take(key)
  if (taken.state !== 'taken') return
  let isHeld = false
  try {
    isHeld = await work()
  } finally {
    if (!isHeld) await taken.claim.release()
  }
}

/** Does work that somebody asks for by a click, unless it is being done or has been done already. */
export async function unlessDone(edge: Edge, key: ClaimKey, work: () => Promise<void>): Promise<void> {
  const taken = await edge.storage.claims.take(key)
  if (taken.state === 'taken') await finish(edge, taken.claim, work)
}

/**
 * What fails is done too: its user has been told so, and would be told it once more. What is left to be delivered again
 * is free at once.
 */
async function finish({ log }: Edge, claim: HeldClaim, work: () => Promise<void>): Promise<void> {
  const extending = setInterval(() => {
    claim.extend().catch(() => log.warn('A claim could not be extended'))
  }, EXTEND_EVERY)
  let isLeft = false
  try {
    await work()
  } catch (error) {
    isLeft = error instanceof DeliverAgain
    throw error
  } finally {
    clearInterval(extending)
    await (isLeft ? claim.release() : claim.finish())
  }
}

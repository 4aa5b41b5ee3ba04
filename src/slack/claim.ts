import { createHash } from 'node:crypto'
import type { Context } from '@slack/bolt'
import type { ClaimKey } from '../storage/storage.ts'
import type { Edge } from './edge.ts'
import type { Press } from './press.ts'

/** True for the first who asks for a key, on whichever replica; false for everybody after, for a day. */
async function isFirst({ storage }: Edge, key: ClaimKey): Promise<boolean> {
  const taken = await storage.claims.take(key)
  if (taken.state !== 'taken') return false
  await taken.claim.finish()
  return true
}

/** How soon a press after another is a slip of the finger, or of impatience, at least; in milliseconds. */
const SOON = 3_000

/**
 * True unless the same person pressed the same button with the same value a moment ago: each press has an id of its own,
 * so Slack passes on both. A moment is a stretch of time and the one before it, by which every replica goes.
 */
export async function claimPress(edge: Edge, { enterpriseId, teamId }: Context, press: Press): Promise<boolean> {
  const { user, channel = '', messageTs = '', actionId, value } = press
  const what = createHash('sha256')
    .update(JSON.stringify([actionId, value]))
    .digest('hex')
  const moment = Math.floor(edge.now().getTime() / SOON)
  const claims = [moment, moment - 1].map((at) =>
    isFirst(edge, { enterpriseId, teamId, key: `press ${user} ${channel} ${messageTs} ${what} ${at}` }),
  )
  return (await Promise.all(claims)).every(Boolean)
}

/** True for the first submission of an open modal. */
export const claimView = (edge: Edge, { enterpriseId, teamId }: Context, viewId: string): Promise<boolean> =>
  isFirst(edge, { enterpriseId, teamId, key: `view ${viewId}` })

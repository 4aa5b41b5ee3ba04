import type { Dials } from './protocol.ts'

/** A Slack in good health. */
export const healthyDials: Dials = {
  apiLatency: 0,
  deliveryLatency: 0,
  apiFailure: 'none',
  failingMethod: '',
  failuresLeft: -1,
  retryAfter: 3,
  eventRetries: 0,
  quickRetries: true,
  refuseInvalidBlocks: true,
}

/** The failure that the dials hold for a call, if any, and the dials after it. */
export function nextFailure(dials: Dials, method: string): { failure: Dials['apiFailure']; after: Dials } {
  const hit =
    dials.apiFailure !== 'none' &&
    dials.failuresLeft !== 0 &&
    (dials.failingMethod === '' || dials.failingMethod === method)
  if (!hit) return { failure: 'none', after: dials }
  const after = dials.failuresLeft > 0 ? { ...dials, failuresLeft: dials.failuresLeft - 1 } : dials
  return { failure: dials.apiFailure, after }
}

import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import type { ClaimKey, Tenant } from '../storage/storage.ts'
import { tenantOf } from './answering.ts'
import type { Edge } from './edge.ts'

const keyOf = (tenant: Tenant, user: string): ClaimKey => ({ ...tenant, key: `modal ${user}` })

/**
 * Opens a modal for somebody, unless one was opened for them a moment ago that they haven't closed: a modal covers what
 * can be pressed, so that is the second press of a double one. `open` says whether it did.
 */
export async function oneModal(
  { storage }: Pick<Edge, 'storage'>,
  { tenant, user }: { readonly tenant: Tenant; readonly user: string },
  open: () => Promise<boolean>,
): Promise<void> {
  const taken = await storage.claims.take(keyOf(tenant, user))
  if (taken.state !== 'taken') return
  let isOpen = false
  try {
    isOpen = await open()
  } finally {
    if (!isOpen) await taken.claim.release()
  }
}

const ofModal = z.object({ type: z.enum(['view_closed', 'view_submission']), user: z.object({ id: z.string() }) })

/** Lets the next modal be opened at once where one is closed or submitted. Nobody waits for the database over it. */
export const noteClosing =
  ({ storage }: Edge): Middleware<AnyMiddlewareArgs> =>
  async ({ body, context, next }) => {
    const { data } = ofModal.safeParse(body)
    const noted = data && storage.claims.letGo(keyOf(tenantOf(context), data.user.id))
    try {
      await next()
    } finally {
      await noted
    }
  }

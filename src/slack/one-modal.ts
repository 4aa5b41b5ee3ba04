import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import type { ClaimKey, Tenant } from '../storage/storage.ts'
import { tenantOf } from './answering.ts'
import type { Edge } from './edge.ts'
import { digestOf, holding } from './once.ts'

/** By this start the claims of all modals that somebody may have open are found, whatever opened them. */
const ofUser = (tenant: Tenant, user: string): ClaimKey => ({ ...tenant, key: `modal ${user} ` })

/** Who asks for a modal, and from where. */
interface Asker {
  readonly tenant: Tenant
  readonly user: string
  readonly channel?: string | undefined
  readonly messageTs?: string | undefined
}

/**
 * Opens a modal, unless the same person asked for the same one from the same message a moment ago and hasn't closed it:
 * that is the second press of a double one. `what` tells it from other modals; `open` says whether it did open.
 */
export async function openOnce(
  edge: Pick<Edge, 'storage'>,
  { tenant, user, channel, messageTs }: Asker,
  what: object,
  open: () => Promise<boolean>,
): Promise<void> {
  const { key } = ofUser(tenant, user)
  await holding(edge, { ...tenant, key: `${key}${digestOf([channel, messageTs, what])}` }, open)
}

const ofModal = z.object({ type: z.enum(['view_closed', 'view_submission']), user: z.object({ id: z.string() }) })

/** Lets a modal be opened again at once where it is closed or submitted. Nobody waits for the database over it. */
export const noteClosing =
  ({ storage }: Edge): Middleware<AnyMiddlewareArgs> =>
  async ({ body, context, next }) => {
    const { data } = ofModal.safeParse(body)
    const noted = data && storage.claims.letGo(ofUser(tenantOf(context), data.user.id))
    try {
      await next()
    } finally {
      await noted
    }
  }

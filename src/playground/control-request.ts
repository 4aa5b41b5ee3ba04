import { z } from 'zod'

const dials = z.object({
  apiLatency: z.number().min(0).max(60_000),
  deliveryLatency: z.number().min(0).max(60_000),
  apiFailure: z.enum(['none', 'rate_limited', 'server_error', 'connection_lost']),
  failingMethod: z.string(),
  failuresLeft: z.number().int().min(-1),
  retryAfter: z.number().int().min(0).max(3600),
  eventRetries: z.number().int().min(0).max(3),
  quickRetries: z.boolean(),
  refuseInvalidBlocks: z.boolean(),
})

/** What is done to the playground itself rather than in its workspace. */
export const controlSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('reset') }),
  z.object({ do: z.literal('dials'), dials }),
  z.object({ do: z.literal('replay'), exchange: z.number().int() }),
  z.object({ do: z.literal('clear-exchanges') }),
  z.object({ do: z.literal('post-scheduled'), id: z.string() }),
])

/** Something that is done to the playground itself. */
export type Control = z.infer<typeof controlSchema>

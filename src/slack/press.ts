import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'

/** Everything that a listener of a button or select needs. */
export type PressArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs

const bodySchema = z.object({
  user: z.object({ id: z.string(), name: z.string().optional() }),
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  container: z.object({
    is_ephemeral: z.boolean().default(false),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
})

/** A click on a button, or a choice in a select. */
export interface Press {
  readonly actionId: string
  /** What the button or the chosen option carries. It comes back from a client: input, to be parsed. */
  readonly value: string
  readonly user: string
  readonly userName?: string | undefined
  readonly triggerId: string
  /** Absent on the Home tab. */
  readonly channel?: string | undefined
  /** Whether the message was shown to this user only. */
  readonly isEphemeral: boolean
  /** The message that was pressed, and the parent of the thread it is in. */
  readonly messageTs?: string | undefined
  readonly threadTs?: string | undefined
}

/** The click of a `block_actions` payload. Throws what zod throws on another payload. */
export function parsePress(body: unknown): Press {
  const { user, trigger_id, channel, message, container, actions } = bodySchema.parse(body)
  const [action] = actions
  return {
    actionId: action?.action_id ?? '',
    value: action?.value ?? action?.selected_option?.value ?? '',
    user: user.id,
    userName: user.name,
    triggerId: trigger_id,
    channel: channel?.id,
    isEphemeral: container.is_ephemeral,
    messageTs: message?.ts ?? container.message_ts,
    threadTs: message?.thread_ts ?? container.thread_ts,
  }
}

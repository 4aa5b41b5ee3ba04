import { z } from 'zod'

const absent = z.null().optional()

/**
 * A message that a person wrote, of an `app_mention` or `message` event. What a bot wrote, edits (a mention that was
 * edited has `edited`, other edits a subtype), joins and everything else with a subtype don't parse.
 */
const messageSchema = z.object({
  user: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string(),
  subtype: absent,
  bot_id: absent,
  edited: absent,
})

export interface IncomingMessage {
  readonly user: string
  readonly channel: string
  readonly channelType?: string | undefined
  readonly ts: string
  /** The parent, where the message is in a thread. */
  readonly threadTs?: string | undefined
  /** As Slack sent it. */
  readonly raw: string
}

/** The message of an event, if a person wrote it and it may be answered. */
export function parseMessage(event: unknown, botUserId: string | undefined): IncomingMessage | undefined {
  const { data } = messageSchema.safeParse(event)
  if (!data || data.user === botUserId) return undefined
  const { user, channel, channel_type: channelType, ts, thread_ts: threadTs, text: raw } = data
  return { user, channel, channelType, ts, threadTs, raw }
}

import { z } from 'zod'

const absent = z.null().optional()

/** What a message may be besides a plain one and still say something: with a file, shown in the channel too, by a program. */
const subtypes = ['file_share', 'thread_broadcast', 'bot_message'] as const

/**
 * A message that somebody wrote, of an `app_mention` or `message` event. Edits (a mention that was edited has `edited`,
 * other edits a subtype), joins and everything else with another subtype don't parse.
 */
const messageSchema = z.object({
  user: z.string().nullish(),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string(),
  subtype: z.enum(subtypes).nullish(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  bot_profile: z.object({}).nullish(),
  edited: absent,
})

/** Writes reminders in the name of who set them. */
const slackbot = 'USLACKBOT'

export interface IncomingMessage {
  /** Whether a program wrote it: an app, a workflow, Slackbot. */
  readonly isByProgram: boolean
  readonly channel: string
  readonly channelType?: string | undefined
  readonly ts: string
  /** The parent, where the message is in a thread. */
  readonly threadTs?: string | undefined
  /** As Slack sent it. */
  readonly raw: string
}

/** The message of an event, if it may be answered: nothing that we wrote ourselves. */
export function parseMessage(
  event: unknown,
  { botUserId, botId }: { readonly botUserId?: string | undefined; readonly botId?: string | undefined },
): IncomingMessage | undefined {
  const { data } = messageSchema.safeParse(event)
  if (!data) return undefined
  const { user, bot_id: bot, channel, channel_type: channelType, ts, thread_ts: threadTs, text: raw } = data
  if ((user && user === botUserId) || (bot && bot === botId)) return undefined
  const isByProgram =
    !user || user === slackbot || data.subtype === 'bot_message' || [bot, data.app_id, data.bot_profile].some(Boolean)
  return { isByProgram, channel, channelType, ts, threadTs, raw }
}

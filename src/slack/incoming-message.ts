import { z } from 'zod'
import { authorOf, type Us, writtenSchema } from './written.ts'

/**
 * A message that somebody wrote, of an `app_mention` or `message` event. Edits don't parse: a mention that was edited has
 * `edited`, other edits a subtype.
 */
const messageSchema = writtenSchema.extend({
  channel: z.string(),
  channel_type: z.string().optional(),
  edited: z.null().optional(),
})

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
export function parseMessage(event: unknown, us: Us): IncomingMessage | undefined {
  const { data } = messageSchema.safeParse(event)
  if (!data) return undefined
  const { channel, channel_type: channelType, ts, thread_ts: threadTs, text: raw } = data
  const { kind } = authorOf(data, us)
  return kind === 'us' ? undefined : { isByProgram: kind === 'program', channel, channelType, ts, threadTs, raw }
}

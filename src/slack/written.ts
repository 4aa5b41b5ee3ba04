import { z } from 'zod'

/** What a message may be besides a plain one and still say something: with a file, shown in the channel too, by a program. */
const subtypes = ['file_share', 'thread_broadcast', 'bot_message'] as const

/**
 * Something that somebody wrote, as events and `conversations.replies` have it. Joins, topics and everything else with
 * another subtype don't parse.
 */
export const writtenSchema = z.object({
  user: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string(),
  subtype: z.enum(subtypes).nullish(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  bot_profile: z.object({}).nullish(),
})
type Written = z.infer<typeof writtenSchema>

/** Writes reminders in the name of who set them. */
const slackbot = 'USLACKBOT'

/** The bot itself, as Bolt tells every listener. */
export interface Us {
  readonly botUserId?: string | undefined
  readonly botId?: string | undefined
}

/** Who wrote a message: the bot itself, another program (an app, a workflow, Slackbot), or somebody. */
export type Author = { readonly kind: 'us' | 'program' } | { readonly kind: 'person'; readonly user: string }

/** Who wrote a message, by all the signs that Slack gives. */
export function authorOf(written: Written, { botUserId, botId }: Us): Author {
  const { user, subtype, bot_id: bot, app_id: app, bot_profile: profile } = written
  if ((user && user === botUserId) || (bot && bot === botId)) return { kind: 'us' }
  const isByProgram = user === slackbot || subtype === 'bot_message' || [bot, app, profile].some(Boolean)
  return user && !isByProgram ? { kind: 'person', user } : { kind: 'program' }
}

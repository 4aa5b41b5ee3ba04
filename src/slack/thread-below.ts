import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Log } from '../log.ts'
import { readText } from './incoming-text.ts'
import { describeRefusal } from './refusals.ts'
import { authorOf, type Us, writtenSchema } from './written.ts'

/** What somebody wrote in a thread. */
export interface Turn {
  readonly user: string
  readonly text: string
}

/** As many replies as are read of a thread: the first ones, since needs are told at its beginning. */
const mostReplies = 50

const repliesSchema = z.object({ messages: z.array(z.unknown()) })

/**
 * What people wrote under a message, in the order in which they did; undefined where Slack doesn't let us read it, which
 * takes an optional scope and a seat in the channel. Nothing of it is kept.
 */
export async function turnsBelow(
  { client, log }: { readonly client: webApi.WebClient; readonly log: Log },
  { channel, ts }: { readonly channel: string; readonly ts: string },
  us: Us,
): Promise<readonly Turn[] | undefined> {
  try {
    const answered = await client.conversations.replies({ channel, ts, limit: mostReplies })
    return repliesSchema.parse(answered).messages.flatMap((message) => {
      const { data } = writtenSchema.safeParse(message)
      if (!data || data.ts === ts) return []
      const author = authorOf(data, us)
      const text = readText(data.text)
      return author.kind === 'person' && text !== '' ? [{ user: author.user, text }] : []
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    log.info('A thread can’t be read', describeRefusal(error))
    return undefined
  }
}

/** The names of people by their ids: of none where Slack doesn't tell us, which takes an optional scope. */
export async function namesOf(
  client: webApi.WebClient,
  users: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const named = await Promise.all([...new Set(users)].map(async (user) => [user, await nameOf(client, user)] as const))
  return new Map(named.flatMap(([user, name]) => (name === undefined ? [] : [[user, name] as const])))
}

const userSchema = z.object({
  user: z.object({
    name: z.string(),
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional() }).default({}),
  }),
})

async function nameOf(client: webApi.WebClient, user: string): Promise<string | undefined> {
  try {
    const { name, real_name: real, profile } = userSchema.parse(await client.users.info({ user })).user
    return profile.display_name || real || name
  } catch (error) {
    if (!isRefusal(error)) throw error
    return undefined
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof webApi.WebAPIPlatformError || error instanceof webApi.WebAPIRateLimitedError

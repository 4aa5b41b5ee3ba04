import { RespondError, type RespondFn, type webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Log } from '../log.ts'
import type { Message } from './blocks/message.ts'
import { describeRefusal, isClosedToUs, isUnanswered, isUnchangeable } from './refusals.ts'
import { BlocksRefused, withTextAsFallback } from './refused-blocks.ts'

/** The ways to say something in answer to a request. */
export interface Ways {
  readonly client: webApi.WebClient
  /** The request's response_url: needs no membership, but is good for 30 minutes and five times only. */
  readonly respond?: RespondFn | undefined
  readonly log: Log
}

/** A conversation, or a thread of one. A user's id as the channel means the direct messages with that user. */
export interface Place {
  readonly channel: string
  readonly threadTs?: string | undefined
}

/** A message that was posted. */
export interface Posted {
  readonly channel: string
  readonly ts: string
}

/** Sources would each grow a preview. */
const noPreviews = { unfurl_links: false, unfurl_media: false } as const

const inThread = (threadTs: string | undefined) => (threadTs === undefined ? {} : { thread_ts: threadTs })

/** Posts a card for everybody in a conversation. */
export function post({ client, log }: Ways, { channel, threadTs }: Place, card: Message): Promise<Posted> {
  return withTextAsFallback(card, log, async (content) => {
    const { channel: id = channel, ts = '' } = await client.chat.postMessage({
      channel,
      ...content,
      ...inThread(threadTs),
      ...noPreviews,
    })
    return { channel: id, ts }
  })
}

/**
 * Posts a card for everybody, by the response_url where the bot isn't let in. Slack doesn't say then which message it
 * became: undefined.
 */
export async function postAnyway(ways: Ways, place: Place, card: Message): Promise<Posted | undefined> {
  try {
    return await post(ways, place, card)
  } catch (error) {
    if (!ways.respond || !isClosedToUs(error)) throw error
    await respondWith(ways.respond, ways.log, card, {
      response_type: 'in_channel',
      replace_original: false,
      ...inThread(place.threadTs),
    })
    return undefined
  }
}

/** Puts a card in the place of a message of ours; by the response_url where the bot isn't let in. */
export async function replaceMessage(ways: Ways, { channel, ts }: Posted, card: Message): Promise<void> {
  const { client, respond, log } = ways
  try {
    await withTextAsFallback(card, log, async ({ text, blocks = [] }) => {
      await client.chat.update({ channel, ts, text, blocks, ...noPreviews })
    })
  } catch (error) {
    if (!respond || !isUnchangeable(error)) throw error
    await respondWith(respond, log, card, { response_type: 'in_channel', replace_original: true })
  }
}

type Manner = {
  readonly response_type: 'in_channel' | 'ephemeral'
  readonly replace_original: boolean
  thread_ts?: string
}

/** Sends a card to a response_url. Rejects with Bolt's RespondError when the URL has expired or is used up. */
async function respondWith(respond: RespondFn, log: Log, card: Message, manner: Manner): Promise<void> {
  await withTextAsFallback(card, log, async (content) => {
    const refused = await refusalOf(respond({ ...content, ...manner, ...noPreviews }))
    if (refused === undefined) return
    throw content.blocks ? new BlocksRefused(refused) : new Error(refused)
  })
}

const refusalSchema = z.object({ ok: z.literal(false), error: z.string() })

/**
 * What a response_url has against a message: a status of the 400s, but for 404, which says that the URL has expired or is
 * used up; or a 200 whose body is no "ok". Rejects where it can't be used at all.
 */
async function refusalOf(responding: ReturnType<RespondFn>): Promise<string | undefined> {
  try {
    const body: unknown = await (await responding).json().catch(() => undefined)
    const { data } = refusalSchema.safeParse(body)
    return data && `response_url answered ${data.error}`
  } catch (error) {
    if (!(error instanceof RespondError) || error.statusCode === 404 || error.statusCode >= 500) throw error
    return `response_url answered ${error.statusCode}`
  }
}

/** Somebody to be told something alone, and where they were when they asked. */
export interface Person {
  readonly user: string
  readonly channel?: string | undefined
  readonly threadTs?: string | undefined
}

/**
 * Shows a card to one person: by the response_url, else as an ephemeral message where they asked, else as a direct
 * message. `replace` puts it in place of the ephemeral message whose button was pressed. Rejects when every way fails.
 */
export async function whisper(ways: Ways, person: Person, card: Message, replace = false): Promise<void> {
  const { user, channel, threadTs } = person
  const { client, respond, log } = ways
  const attempts = [
    ...(respond
      ? [() => respondWith(respond, log, card, { response_type: 'ephemeral', replace_original: replace })]
      : []),
    // In direct messages an ephemeral message would only be lost at the next reload.
    ...(channel === undefined || channel.startsWith('D')
      ? []
      : [() => postEphemeral(ways, { user, channel, threadTs }, card)]),
    () => post({ client, log }, { channel: user }, card),
  ]
  for (const [index, attempt] of attempts.entries()) {
    try {
      await attempt()
      return
    } catch (error) {
      if (index === attempts.length - 1 || isUnanswered(error)) throw error
      log.warn('A way to reach a user failed: trying the next', describeRefusal(error))
    }
  }
}

function postEphemeral({ client, log }: Ways, { channel, threadTs, user }: Place & { user: string }, card: Message) {
  return withTextAsFallback(card, log, async (content) => {
    await client.chat.postEphemeral({ channel, user, ...content, ...inThread(threadTs) })
  })
}

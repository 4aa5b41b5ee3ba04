import type { AllMiddlewareArgs, Context, SlackEventMiddlewareArgs } from '@slack/bolt'
import { answer, answerTurn, remember, threadKey } from '../answering.ts'
import { claimMessage } from '../claim.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import { type IncomingMessage, parseMessage } from '../incoming-message.ts'
import { mentions, readText, startsWithMention } from '../incoming-text.ts'
import { post } from '../send.ts'
import { isWantedUnprompted } from '../unprompted.ts'

type Client = AllMiddlewareArgs['client']

interface Incoming {
  readonly message: IncomingMessage
  readonly eventId: string
  readonly client: Client
  readonly context: Context
}

/** Answers a mention in its thread. */
export const mention =
  (edge: Edge) =>
  async ({ event, body, client, context }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs) => {
    const message = parseMessage(event, context.botUserId)
    if (message) await answerMessage(edge, { message, eventId: body.event_id, client, context })
  }

/** Answers a direct message, and what follows in a thread of a channel in which the bot was asked before. */
export const message =
  (edge: Edge) =>
  async ({ event, body, client, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs) => {
    const message = parseMessage(event, context.botUserId)
    if (!message) return
    const incoming = { message, eventId: body.event_id, client, context }
    if (message.channelType === 'im') return answerMessage(edge, incoming)
    return followUp(edge, incoming)
  }

/** In direct messages too the answer is a reply: in an agent's Messages tab each question starts a thread. */
async function answerMessage(edge: Edge, { message, eventId, client, context }: Incoming): Promise<void> {
  const { channel, ts, threadTs = ts, raw } = message
  if (!(await claimMessage(edge, eventId, threadKey(context, channel, ts)))) return
  const service = edge.knowledge.current
  const reply = await answerTurn(edge, service, threadKey(context, channel, threadTs), readText(raw))
  await post(
    { client, log: edge.log },
    { channel, threadTs },
    await illustratedMessage(edge, { client, context }, service, reply, false),
  )
}

/** People may talk among themselves in a thread where the bot was asked: it speaks up only when it is surely asked. */
async function followUp(edge: Edge, { message, eventId, client, context }: Incoming): Promise<void> {
  const { channel, ts, threadTs, raw } = message
  // A mention arrives as an event of its own.
  if (threadTs === undefined || mentions(raw, context.botUserId ?? '') || startsWithMention(raw)) return
  const key = threadKey(context, channel, threadTs)
  const about = await edge.storage.threads.get(key)
  const { teamId, enterpriseId } = context
  if (!about || (await edge.storage.quiet.has({ teamId, enterpriseId }, channel))) return
  const service = edge.knowledge.current
  const text = readText(raw)
  const reply = answer(service, text, about)
  if (!isWantedUnprompted(text, reply)) return
  if (!(await claimMessage(edge, eventId, threadKey(context, channel, ts)))) return
  await remember(edge, key, reply)
  await post(
    { client, log: edge.log },
    { channel, threadTs },
    await illustratedMessage(edge, { client, context }, service, reply, false),
  )
}

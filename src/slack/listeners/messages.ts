import type { AllMiddlewareArgs, Context, SlackEventMiddlewareArgs } from '@slack/bolt'
import { answer, answerTurn, remember, tenantOf, threadKey } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import { type IncomingMessage, parseMessage } from '../incoming-message.ts'
import { mentions, readText, startsWithMention } from '../incoming-text.ts'
import { answerOnce, oncePerThread } from '../once.ts'
import { post } from '../send.ts'
import { rememberManners } from '../unprompted.ts'

type Client = AllMiddlewareArgs['client']

interface Incoming {
  readonly message: IncomingMessage
  readonly client: Client
  readonly context: Context
}

/**
 * Answers a mention in its thread. A program may mention the bot too, as a workflow does that asks for somebody; but once
 * a thread, since two programs would answer each other without an end.
 */
export const mention =
  (edge: Edge) =>
  async ({ event, client, context }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs) => {
    const message = parseMessage(event, context)
    if (message) await answerMessage(edge, { message, client, context })
  }

/** Answers a direct message, and what follows in a thread of a channel in which the bot was asked before. */
export const message = (edge: Edge) => {
  const mannersOf = rememberManners()
  return async ({ event, client, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs) => {
    const message = parseMessage(event, context)
    // What programs write is none of the bot's business, unless they mention it: that comes as a mention.
    if (!message || message.isByProgram) return
    const incoming = { message, client, context }
    if (message.channelType === 'im') return answerMessage(edge, incoming)
    return followUp(edge, mannersOf, incoming)
  }
}

/** In direct messages too the answer is a reply: in an agent's Messages tab each question starts a thread. */
async function answerMessage(edge: Edge, { message, client, context }: Incoming): Promise<void> {
  const { isByProgram, channel, ts, threadTs = ts, raw } = message
  const work = async () => {
    const service = edge.knowledge.current
    const reply = await answerTurn(edge, service, threadKey(context, channel, threadTs), readText(raw))
    await post(
      { client, log: edge.log },
      { channel, threadTs },
      await illustratedMessage(edge, { client, context }, service, reply, false),
    )
  }
  await answerOnce(edge, threadKey(context, channel, ts), () =>
    isByProgram ? oncePerThread(edge, threadKey(context, channel, threadTs), work) : work(),
  )
}

/** People may talk among themselves in a thread where the bot was asked: it speaks up only when it is surely asked. */
async function followUp(edge: Edge, mannersOf: ReturnType<typeof rememberManners>, incoming: Incoming): Promise<void> {
  const { message, client, context } = incoming
  const { channel, ts, threadTs, raw } = message
  // A mention arrives as an event of its own.
  if (threadTs === undefined || mentions(raw, context.botUserId ?? '') || startsWithMention(raw)) return
  const key = threadKey(context, channel, threadTs)
  const about = await edge.storage.threads.get(key)
  if (!about || (await edge.storage.quiet.has(tenantOf(context), channel))) return
  const service = edge.knowledge.current
  const text = readText(raw)
  const reply = answer(service, text, about)
  if (!mannersOf(service.knowledge).isWanted(text, reply)) return
  await answerOnce(edge, threadKey(context, channel, ts), async () => {
    await remember(edge, key, reply)
    await post(
      { client, log: edge.log },
      { channel, threadTs },
      await illustratedMessage(edge, { client, context }, service, reply, false),
    )
  })
}

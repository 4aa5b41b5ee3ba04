import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { RequestError } from '../../errors.ts'
import { answerTurn, threadKey } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import { readText } from '../incoming-text.ts'
import { postAnyway } from '../send.ts'

const bodySchema = z.object({
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional(), text: z.string().default('') }),
})

/** The message shortcut "Answer this": answers the text of a message in its thread. */
export const answerThis =
  (edge: Edge) =>
  async ({ ack, body, client, respond, context }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs) => {
    await ack()
    const { channel, message } = bodySchema.parse(body)
    const text = readText(message.text)
    if (text === '') throw new RequestError('That message has no text that I can read.')
    const threadTs = message.thread_ts ?? message.ts
    const service = edge.knowledge.current
    const reply = await answerTurn(edge, service, threadKey(context, channel.id, threadTs), text)
    const ways = { client, respond, log: edge.log }
    await postAnyway(
      ways,
      { channel: channel.id, threadTs },
      await illustratedMessage(edge, { client, context }, service, reply, false),
    )
  }

import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { prefaced } from '../../commands/prefaced.ts'
import { RequestError } from '../../errors.ts'
import type { Reply } from '../../meshwise.ts'
import type { ThreadContext } from '../../questions/question.ts'
import type { InService } from '../../service.ts'
import { remember, threadKey } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage, type Viewer } from '../illustrated.ts'
import { readText } from '../incoming-text.ts'
import { readWithThread, sayAdded } from '../needs-in-thread.ts'
import { postAnyway } from '../send.ts'
import { namesOf, turnsBelow } from '../thread-below.ts'

const bodySchema = z.object({
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().optional(),
    reply_count: z.number().default(0),
    text: z.string().default(''),
  }),
})

const onlyThis = 'I read this message alone: I am not let into the thread under it.'

/** The message shortcut "Answer this": answers a message in its thread, by all of it and by what was said under it. */
export const answerThis =
  (edge: Edge) =>
  async ({ ack, body, client, respond, context }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs) => {
    await ack()
    const { channel, message } = bodySchema.parse(body)
    const text = readText(message.text)
    if (text === '') throw new RequestError('That message has no text that I can read.')
    const threadTs = message.thread_ts ?? message.ts
    const key = threadKey(context, channel.id, threadTs)
    const service = edge.knowledge.current
    const asked = {
      text,
      about: await edge.storage.threads.get(key),
      under: message.reply_count > 0 ? { channel: channel.id, ts: message.ts } : undefined,
    }
    const reply = await replyTo(edge, service, { client, context }, asked)
    await remember(edge, key, reply)
    const ways = { client, respond, log: edge.log }
    await postAnyway(
      ways,
      { channel: channel.id, threadTs },
      await illustratedMessage(edge, { client, context }, service, reply, false),
    )
  }

interface Asked {
  readonly text: string
  readonly about: ThreadContext | undefined
  /** The message, where there is a thread under it. */
  readonly under: { readonly channel: string; readonly ts: string } | undefined
}

/** The reply to a message, which says what the thread under it added, or that it couldn't be read. */
async function replyTo(
  { log }: Edge,
  { meshwise }: InService,
  { client, context }: Viewer,
  { text, about, under }: Asked,
): Promise<Reply> {
  if (!under) return meshwise.ask(text, about)
  const turns = await turnsBelow({ client, log }, under, context)
  const { read, added } = readWithThread(meshwise, text, turns ?? [], about)
  const reply = meshwise.reply(read, about)
  if (turns === undefined) return { ...reply, answer: prefaced(reply.answer, onlyThis) }
  if (added === undefined) return reply
  const names = await namesOf(
    client,
    added.map(({ user }) => user),
  )
  return { ...reply, answer: prefaced(reply.answer, sayAdded(added, names)) }
}

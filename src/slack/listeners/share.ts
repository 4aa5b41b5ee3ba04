import { answerText, remember, threadKey } from '../answering.ts'
import { escapeMarkup } from '../blocks/markup.ts'
import type { Message } from '../blocks/message.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import type { Press, PressArgs } from '../press.ts'
import { postAnyway } from '../send.ts'

/** Posts the answer that only this user sees for everybody in the conversation, saying who shared it. */
export async function share(edge: Edge, { client, respond, context }: PressArgs, press: Press): Promise<void> {
  const { channel, threadTs, value, userName = 'somebody here' } = press
  if (channel === undefined) return
  const service = edge.knowledge.current
  const reply = answerText(service, value)
  const card = sharedBy(userName, await illustratedMessage(edge, { client, context }, service, reply, false))
  const posted = await postAnyway({ client, respond, log: edge.log }, { channel, threadTs }, card)
  const thread = threadTs ?? posted?.ts
  if (thread !== undefined) await remember(edge, threadKey(context, channel, thread), reply)
}

/** A name, not a mention: nobody is to be pinged for having shared something. */
function sharedBy(name: string, { text, blocks }: Message): Message {
  const line = `Shared by ${name}`
  return {
    text: `${text}\n${escapeMarkup(line)}`,
    blocks: [...blocks, { type: 'context', elements: [{ type: 'plain_text', text: line, emoji: false }] }],
  }
}

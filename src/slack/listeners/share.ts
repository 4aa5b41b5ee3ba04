import { answerText, remember, tenantOf, threadKey } from '../answering.ts'
import { sharedBy } from '../blocks/shared-message.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import { oncePerPress } from '../once.ts'
import type { Press, PressArgs } from '../press.ts'
import { postAnyway } from '../send.ts'

/** Posts the answer that only this user sees for everybody in the conversation, saying who shared it. */
export async function share(edge: Edge, { client, respond, context }: PressArgs, press: Press): Promise<void> {
  const { channel, threadTs, value, userName = 'somebody here' } = press
  if (channel === undefined) return
  await oncePerPress(edge, tenantOf(context), press, async () => {
    const service = edge.knowledge.current
    const reply = answerText(service, value)
    const card = sharedBy(userName, await illustratedMessage(edge, { client, context }, service, reply, false))
    const posted = await postAnyway({ client, respond, log: edge.log }, { channel, threadTs }, card)
    const thread = threadTs ?? posted?.ts
    if (thread !== undefined) await remember(edge, threadKey(context, channel, thread), reply)
  })
}

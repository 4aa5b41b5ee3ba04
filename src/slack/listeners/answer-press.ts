import { remember, tenantOf, threadKey } from '../answering.ts'
import { carryOut } from '../carry-out.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import { oncePerPress } from '../once.ts'
import type { Press, PressArgs } from '../press.ts'
import { post, postAnyway, whisper } from '../send.ts'
import { showHome } from './app-home.ts'
import { openForm, opensForm } from './forms.ts'

/**
 * Answers the command of a button or select where it was pressed: in place of a message that only this user sees, in
 * the thread of one that everybody sees, and as a direct message from the Home tab.
 */
export async function answerPress(edge: Edge, { client, respond, context }: PressArgs, press: Press): Promise<void> {
  const { user, channel, isEphemeral, messageTs, threadTs = messageTs } = press
  /** Of a message that everybody sees. */
  const thread = isEphemeral ? undefined : threadTs
  const service = edge.knowledge.current
  const read = service.meshwise.parse(press.value)
  const ways = { client, respond, log: edge.log }
  const tenant = tenantOf(context)
  if (opensForm(read)) return openForm(edge, ways, read.command, { ...press, tenant })
  const work = async () => {
    await carryOut(edge, context, channel, read.command)
    const reply = service.meshwise.answer(read.command)
    const card = (shareable: boolean) => illustratedMessage(edge, { client, context }, service, reply, shareable)
    if (channel === undefined) {
      const posted = await post(ways, { channel: user }, await card(false))
      await remember(edge, threadKey(context, posted.channel, posted.ts), reply)
      await showHome(edge, client, user, reply.answer.understood)
    } else if (thread === undefined) {
      await whisper(ways, { user, channel, threadTs: press.threadTs }, await card(true), true)
    } else {
      await remember(edge, threadKey(context, channel, thread), reply)
      await postAnyway(ways, { channel, threadTs: thread }, await card(false))
    }
  }
  await oncePerPress(edge, tenant, press, work, { isInPlace: channel !== undefined && thread === undefined })
}

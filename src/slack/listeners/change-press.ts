import { answerText } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import type { Press, PressArgs } from '../press.ts'
import { replaceMessage, whisper } from '../send.ts'

/**
 * Puts the answer of a button in the place of the message that it stands on. The button says what the outcome is, not by
 * how much to change it: pressed twice, it does the same as once.
 */
export async function changePress(edge: Edge, { client, respond, context }: PressArgs, press: Press): Promise<void> {
  const { user, channel, isEphemeral, messageTs, threadTs } = press
  const service = edge.knowledge.current
  const reply = answerText(service, press.value)
  const ways = { client, respond, log: edge.log }
  const card = await illustratedMessage(edge, { client, context }, service, reply, isEphemeral)
  if (channel === undefined || messageTs === undefined || isEphemeral) {
    await whisper(ways, { user, channel, threadTs }, card, true)
  } else {
    await replaceMessage(ways, { channel, ts: messageTs }, card)
  }
}

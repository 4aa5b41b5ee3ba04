import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { InService } from '../../service.ts'
import { messageFor } from '../answering.ts'
import type { Message } from '../blocks/message.ts'
import { toMessageText } from '../blocks/message-text.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import type { Edge } from '../edge.ts'
import { hasPicture, illustratedMessage } from '../illustrated.ts'
import { readText } from '../incoming-text.ts'
import { whisper } from '../send.ts'
import { statusPage } from '../status-page.ts'
import { correctionModal } from '../views/correction-view.ts'
import { asksForSize, openEstimate } from './estimate.ts'
import { openRecommend, startsRecommend } from './recommend.ts'

/**
 * Answers `/mesh …` for the user alone: within the acknowledgement, or right after it where there is a picture to be
 * drawn and put into the workspace.
 */
export const meshCommand =
  (edge: Edge) =>
  async ({ command, ack, client, respond, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const asked = readText(command.text)
    if (startsRecommend(asked)) {
      await ack()
      await openRecommend(edge, client, { triggerId: command.trigger_id, command: asked, channel: command.channel_id })
      return
    }
    if (asksForSize(asked)) {
      await ack()
      await openEstimate(client, { triggerId: command.trigger_id, channel: command.channel_id })
      return
    }
    const service = edge.knowledge.current
    const disputed = disputedFact(service, asked)
    if (disputed) {
      await ack()
      const view = correctionModal(service.knowledge, { ...disputed, channel: command.channel_id })
      await client.views.open({ trigger_id: command.trigger_id, view })
      return
    }
    if (asked.toLowerCase() === 'status') return answerAtOnce(ack, statusCard(edge))
    const reply = service.meshwise.command(asked)
    if (!hasPicture(reply)) return answerAtOnce(ack, messageFor(service, reply, true))
    await ack()
    const card = await illustratedMessage(edge, { client, context }, service, reply, true)
    await whisper({ client, respond, log: edge.log }, { user: command.user_id, channel: command.channel_id }, card)
  }

/** The fact that `/mesh corrections MESH TOPIC` means, or undefined where it names none. */
function disputedFact({ meshwise }: InService, asked: string): { mesh: string; topic: string } | undefined {
  const [, words] = /^corrections?\s+(.+)$/i.exec(asked) ?? []
  const answer = words && meshwise.command(`fact ${words}`).answer
  const fact = answer && answer.kind === 'fact' ? answer.facts[0] : undefined
  return fact && { mesh: fact.mesh.id, topic: fact.topic.id }
}

const answerAtOnce = (ack: SlackCommandMiddlewareArgs['ack'], { text, blocks }: Message): Promise<void> =>
  ack({ response_type: 'ephemeral', text, blocks: [...blocks] })

function statusCard({ knowledge, startedAt, now }: Edge): Message {
  const page = statusPage(knowledge, startedAt, now())
  return { text: toMessageText(page), blocks: toBlocks(page) }
}

import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { Answer } from '../../answers/answer.ts'
import { asPage } from '../../commands/table.ts'
import { statusPage } from '../../pages/status-page.ts'
import { messageFor, tenantOf } from '../answering.ts'
import { type Message, messageFrom } from '../blocks/message.ts'
import { carryOut, doesSomething } from '../carry-out.ts'
import type { Edge } from '../edge.ts'
import { hasPicture, illustratedMessage } from '../illustrated.ts'
import { readText } from '../incoming-text.ts'
import { whisper } from '../send.ts'
import { openForm, opensForm } from './forms.ts'

/**
 * Answers `/mesh …` for the user alone: within the acknowledgement, or right after it where there is a picture to be
 * drawn and put into the workspace, or something that folds: Slack doesn't tell us that it refused an acknowledgement.
 */
export const meshCommand =
  (edge: Edge) =>
  async ({ command, ack, client, respond, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const service = edge.knowledge.current
    const read = service.meshwise.parse(readText(command.text))
    const ways = { client, respond, log: edge.log }
    const person = { user: command.user_id, channel: command.channel_id }
    if (opensForm(read)) {
      await ack()
      const opener = { ...person, tenant: tenantOf(context), triggerId: command.trigger_id }
      await openForm(edge, ways, read.command, opener)
      return
    }
    const reply = service.meshwise.reply(read)
    if (doesSomething(read.command)) {
      await ack()
      await carryOut(edge, context, command.channel_id, read.command)
      return whisper(ways, person, messageFor(service, reply, false))
    }
    if (reply.answer.kind === 'status') {
      edge.refresh()
      return answerAtOnce(ack, statusMessage(edge, reply.answer))
    }
    const message = hasPicture(reply) ? undefined : messageFor(service, reply, true)
    if (message && !message.withoutFolds) return answerAtOnce(ack, message)
    await ack()
    await whisper(ways, person, message ?? (await illustratedMessage(edge, { client, context }, service, reply, true)))
  }

const answerAtOnce = (ack: SlackCommandMiddlewareArgs['ack'], { text, blocks }: Message): Promise<void> =>
  ack({ response_type: 'ephemeral', text, blocks: [...blocks] })

function statusMessage({ knowledge, startedAt, now }: Edge, answer: Answer<'status'>): Message {
  const { current, problems } = knowledge
  const laid = statusPage(answer, { startedAt, loadedAt: current.loadedAt, now: now(), problems })
  return messageFrom(asPage(answer, laid))
}

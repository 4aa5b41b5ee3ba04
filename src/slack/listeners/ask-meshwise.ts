import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import { answer, remember, tenantOf, threadKey } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { illustratedMessage } from '../illustrated.ts'
import { oncePerView } from '../once.ts'
import { openView } from '../open-view.ts'
import { postAnyway } from '../send.ts'
import { askModal, parseQuestion } from '../views/ask-view.ts'

const askHere = { words: 'Write your question to me here, and I answer it.' }

/** The global shortcut "Ask Meshwise": opens a modal for the question. */
export const askMeshwise =
  (edge: Edge) =>
  async ({ ack, shortcut, client, context }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs) => {
    await ack()
    const opener = { tenant: tenantOf(context), user: shortcut.user.id, triggerId: shortcut.trigger_id }
    await openView(edge, { client, log: edge.log }, opener, askModal, askHere)
  }

/** Answers the modal's question in the conversation that was chosen, or else as a direct message. */
export const questionSubmitted =
  (edge: Edge) =>
  async ({ ack, body, client, respond, context }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    await ack()
    const { question, user, channel, viewId } = parseQuestion(body)
    await oncePerView(edge, tenantOf(context), viewId, async () => {
      const service = edge.knowledge.current
      const reply = answer(service, question)
      const ways = { client, respond, log: edge.log }
      const posted = await postAnyway(
        ways,
        { channel: channel ?? user },
        await illustratedMessage(edge, { client, context }, service, reply, false),
      )
      if (posted) await remember(edge, threadKey(context, posted.channel, posted.ts), reply)
    })
  }

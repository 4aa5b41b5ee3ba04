import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { estimateFor } from '../../commands/make.ts'
import { numberOf } from '../../commands/size-words.ts'
import { ownWords } from '../../questions/words/own-words.ts'
import { messageFor, tenantOf } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { oncePerView } from '../once.ts'
import { whisper } from '../send.ts'
import { fieldErrors, parseSubmittedSize } from '../views/estimate-view.ts'
import { showHome } from './app-home.ts'

/**
 * Shows the estimate to whoever submitted a size, where they asked for it, from Home as a direct message; a wrong size is
 * told at its field.
 */
export function sizeSubmitted(edge: Edge) {
  const { quantities } = ownWords()
  return async ({
    ack,
    body,
    client,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const { user, viewId, channel, sized } = parseSubmittedSize(body, (text) => numberOf(text, quantities))
    if (!sized.ok) {
      await ack({ response_action: 'errors', errors: fieldErrors(sized.problems) })
      return
    }
    await ack()
    await oncePerView(edge, tenantOf(context), viewId, async () => {
      const service = edge.knowledge.current
      const reply = service.meshwise.answer(estimateFor(sized))
      await whisper({ client, log: edge.log }, { user, channel }, messageFor(service, reply, channel !== undefined))
      if (channel === undefined) await showHome(edge, client, user, reply.answer.understood)
    })
  }
}

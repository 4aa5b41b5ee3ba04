import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction, webApi } from '@slack/bolt'
import { estimateCommand } from '../../answers/estimate.ts'
import { messageFor } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { whisper } from '../send.ts'
import { estimateModal, fieldErrors, parseSubmittedSize } from '../views/estimate-view.ts'

/** Whether a command asks for an estimate without saying of what. */
export const asksForSize = (command: string): boolean => /^estimate$/i.test(command.trim())

/** Opens the modal that asks for the size of a cluster. Rejects when the trigger has expired. */
export async function openEstimate(
  client: webApi.WebClient,
  { triggerId, channel }: { triggerId: string; channel?: string | undefined },
): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view: estimateModal(channel) })
}

/** Shows the estimate to whoever submitted a size, where they asked for it; a wrong size is told at its field. */
export const sizeSubmitted =
  (edge: Edge) =>
  async ({ ack, body, client }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const { user, channel, sized } = parseSubmittedSize(body)
    if (!sized.ok) {
      await ack({ response_action: 'errors', errors: fieldErrors(sized.problems) })
      return
    }
    await ack()
    const service = edge.knowledge.current
    const reply = service.meshwise.command(estimateCommand(sized.size, []))
    await whisper({ client, log: edge.log }, { user, channel }, messageFor(service, reply, true))
  }

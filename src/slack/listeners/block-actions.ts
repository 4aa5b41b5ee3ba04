import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { askPattern, ids } from '../../cards/ids.ts'
import type { Edge } from '../edge.ts'
import { type Press, parsePress } from '../press.ts'
import { answerPress } from './answer-press.ts'
import { openCorrection } from './correction.ts'
import { share } from './share.ts'

/** Everything that a listener of a button or select needs. */
export type PressArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs

/** Takes every click on a card: of a button that only opens a link too, since Slack waits for that as well. */
export const blockActions =
  (edge: Edge) =>
  async (args: PressArgs): Promise<void> => {
    await args.ack()
    const press = parsePress(args.body)
    await listenerOf(press)?.(edge, args, press)
  }

function listenerOf({ actionId }: Press) {
  if (askPattern.test(actionId)) return answerPress
  if (actionId === ids.share) return share
  if (actionId === ids.correct) return openCorrection
  return undefined
}

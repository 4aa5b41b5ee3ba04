import { advisePattern, askPattern, changePattern, detailsPattern, ids } from '../blocks/ids.ts'
import type { Edge } from '../edge.ts'
import { type Press, type PressArgs, parsePress } from '../press.ts'
import { isRecommendView } from '../views/recommend-input.ts'
import { answerPress } from './answer-press.ts'
import { changePress } from './change-press.ts'
import { openCorrection } from './correction.ts'
import { openDetails } from './details.ts'
import { advise, recommendChanged } from './recommend.ts'
import { share } from './share.ts'

/** Takes every click on a card: of a button that only opens a link too, since Slack waits for that as well. */
export const blockActions =
  (edge: Edge) =>
  async (args: PressArgs): Promise<void> => {
    await args.ack()
    if (isRecommendView(args.body)) return recommendChanged(edge, args)
    const press = parsePress(args.body)
    await listenerOf(press)?.(edge, args, press)
  }

function listenerOf({ actionId }: Press) {
  if (detailsPattern.test(actionId)) return openDetails
  if (advisePattern.test(actionId)) return advise
  if (askPattern.test(actionId)) return answerPress
  if (changePattern.test(actionId)) return changePress
  if (actionId === ids.share) return share
  if (actionId === ids.correct) return openCorrection
  return undefined
}

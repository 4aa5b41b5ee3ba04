import { pageOf } from '../../commands/table.ts'
import { catalogueOf } from '../../pages/catalogue.ts'
import { answerText } from '../answering.ts'
import type { Edge } from '../edge.ts'
import type { Press, PressArgs } from '../press.ts'
import { detailsView } from '../views/details-view.ts'

/** Opens the whole answer of the command that a button carries. Rejects when the trigger has expired. */
export async function openDetails(
  edge: Edge,
  { client }: PressArgs,
  { triggerId, value, actionId }: Press,
): Promise<void> {
  const service = edge.knowledge.current
  const { answer } = answerText(service, actionId.startsWith('advise.') ? asRecommend(value) : value)
  const view = detailsView(pageOf(answer, catalogueOf(service.knowledge)))
  await client.views.open({ trigger_id: triggerId, view })
}

/** Buttons of version 0.1.0 carry what follows the name of the command. */
export const asRecommend = (value: string): string => (/^recommend\b/.test(value) ? value : `recommend ${value}`.trim())

import { pageOf } from '../../commands/table.ts'
import { catalogueOf } from '../../pages/catalogue.ts'
import { answerText, tenantOf } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { openView } from '../open-view.ts'
import type { Press, PressArgs } from '../press.ts'
import { detailsView } from '../views/details-view.ts'

/** Opens the whole answer of the command that a button carries. */
export async function openDetails(edge: Edge, { client, respond, context }: PressArgs, press: Press): Promise<void> {
  const { value, actionId } = press
  const opener = { ...press, tenant: tenantOf(context) }
  const service = edge.knowledge.current
  const { answer } = answerText(service, actionId.startsWith('advise.') ? asRecommend(value) : value)
  const view = detailsView(pageOf(answer, catalogueOf(service.knowledge)))
  await openView(edge, { client, respond, log: edge.log }, opener, view, { actionId, value })
}

/** Buttons of version 0.1.0 carry what follows the name of the command. */
export const asRecommend = (value: string): string => (/^recommend\b/.test(value) ? value : `recommend ${value}`.trim())

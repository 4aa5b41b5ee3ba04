import type { Context, webApi } from '@slack/bolt'
import { type Card, cardOf } from '../cards/card.ts'
import { catalogueOf } from '../cards/catalogue.ts'
import type { InService } from '../knowledge/holder.ts'
import type { Reply } from '../meshwise.ts'
import { cardFor } from './answering.ts'
import type { Edge } from './edge.ts'
import { showPicture } from './pictures.ts'

/** Who asks for a picture, and by whom it is put into their workspace. */
export interface Viewer {
  readonly client: webApi.WebClient
  readonly context: Context
}

/** Whether a reply has a picture, which takes longer than an acknowledgement may. */
export const hasPicture = ({ answer }: Reply): boolean => answer.kind === 'diagram'

/** A reply as a message, with its picture where it has one. Never rejects over a picture: the words say the same. */
export async function illustratedCard(
  edge: Edge,
  { client, context }: Viewer,
  service: InService,
  reply: Reply,
  shareable: boolean,
): Promise<Card> {
  const { answer, command } = reply
  if (answer.kind !== 'diagram') return cardFor(service, reply, shareable)
  const { teamId, enterpriseId } = context
  const shown = await showPicture(edge, client, { teamId, enterpriseId }, answer.scenes)
  const catalogue = catalogueOf(service.knowledge)
  return cardOf(answer, { shareable, command, catalogue, picture: shown })
}

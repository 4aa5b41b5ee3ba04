import type { Context, webApi } from '@slack/bolt'
import type { Reply } from '../meshwise.ts'
import { catalogueOf } from '../pages/catalogue.ts'
import type { InService } from '../service.ts'
import { messageFor, tenantOf } from './answering.ts'
import { type Message, messageOf } from './blocks/message.ts'
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
export async function illustratedMessage(
  edge: Edge,
  { client, context }: Viewer,
  service: InService,
  reply: Reply,
  shareable: boolean,
): Promise<Message> {
  const { answer } = reply
  if (answer.kind !== 'diagram') return messageFor(service, reply, shareable)
  const picture = await showPicture(edge, client, tenantOf(context), answer.scenes)
  return messageOf(answer, { shareable, catalogue: catalogueOf(service.knowledge), picture })
}

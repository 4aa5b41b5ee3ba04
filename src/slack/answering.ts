import type { Context } from '@slack/bolt'
import { helpCommand } from '../commands/make.ts'
import type { Reply } from '../meshwise.ts'
import { catalogueOf } from '../pages/catalogue.ts'
import type { ThreadContext } from '../questions/question.ts'
import type { InService } from '../service.ts'
import type { Tenant, ThreadKey } from '../storage/storage.ts'
import { type Message, messageOf } from './blocks/message.ts'
import type { Edge } from './edge.ts'

/** Answers what somebody wrote; nothing but a mention of the bot gets help. */
export const answer = ({ meshwise }: InService, text: string, context?: ThreadContext): Reply =>
  text === '' ? meshwise.answer(helpCommand) : meshwise.ask(text, context)

/** Answers the words of a command, as a button or a menu carries them. */
export const answerText = ({ meshwise }: InService, text: string): Reply =>
  meshwise.answer(meshwise.parse(text).command)

/** A reply as a message. `shareable` when only one person will see it. */
export const messageFor = ({ knowledge }: InService, { answer }: Reply, shareable: boolean): Message =>
  messageOf(answer, { shareable, catalogue: catalogueOf(knowledge) })

/** The workspace and organisation that Bolt found in the request. */
export const tenantOf = ({ enterpriseId, teamId }: Context): Tenant => ({ enterpriseId, teamId })

/** The key of a thread of the request's workspace. */
export const threadKey = (context: Context, channel: string, threadTs: string): ThreadKey => ({
  ...tenantOf(context),
  channel,
  threadTs,
})

/** Answers a turn of a thread, and remembers what the thread is about. */
export async function answerTurn(edge: Edge, service: InService, key: ThreadKey, text: string): Promise<Reply> {
  const reply = answer(service, text, await edge.storage.threads.get(key))
  await remember(edge, key, reply)
  return reply
}

/** Keeps what a thread is about after a reply in it. */
export async function remember({ storage }: Edge, key: ThreadKey, { context }: Reply): Promise<void> {
  if (context) await storage.threads.put(key, context)
}

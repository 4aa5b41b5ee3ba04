import { randomUUID } from 'node:crypto'
import { objectAt, stringAt } from '../json.ts'
import { readMessage } from '../message.ts'
import type { Member, Message, Outcome } from '../protocol.ts'
import { tokenOf, type World } from '../world.ts'
import { composeText, richTextOf } from './compose-text.ts'
import { sendEvent } from './events.ts'
import { inviteApp } from './invite.ts'
import { messagePart } from './payload-parts.ts'

/** Posts what a person typed, and tells the app of it as Slack would. */
export async function say(
  world: World,
  person: Member,
  where: { conversation: string; threadTs?: string },
  typed: string,
): Promise<Outcome> {
  const text = composeText(world.workspace, typed)
  const posted = await world.emulator.call(
    'chat.postMessage',
    {
      channel: where.conversation,
      text,
      blocks: [richTextOf(text)],
      client_msg_id: randomUUID(),
      ...(where.threadTs === undefined ? {} : { thread_ts: where.threadTs }),
    },
    tokenOf(world, person),
  )
  const message = readMessage(where.conversation, objectAt(posted, 'message') ?? {})
  world.workspace.putMessage(message)
  await announce(world, message, stringAt(objectAt(posted, 'message') ?? {}, 'client_msg_id'))
  return { ok: true }
}

/** Tells the app of a new message: as a mention, as a message, as both, or not at all. */
export async function announce(world: World, message: Message, clientMessageId?: string): Promise<void> {
  const conversation = world.workspace.conversation(message.conversation)
  if (conversation === undefined) return
  const { botUserId } = world.identity
  const mentioned = message.text.includes(`<@${botUserId}>`) && message.user !== botUserId
  if (!conversation.members.includes(botUserId)) {
    if (mentioned && conversation.kind === 'channel') inviteApp(world, message)
    return
  }
  const body = {
    ...messagePart(world, message),
    ...(clientMessageId === undefined ? {} : { client_msg_id: clientMessageId }),
    channel: conversation.id,
  }
  const channelType = conversation.kind === 'channel' ? 'channel' : 'im'
  await Promise.all([
    mentioned && channelType === 'channel' ? sendEvent(world, { ...body, type: 'app_mention' }) : undefined,
    sendEvent(world, { ...body, channel_type: channelType }),
  ])
}

/** Changes a person's own message. */
export async function editMessage(world: World, person: Member, old: Message, typed: string): Promise<Outcome> {
  const text = composeText(world.workspace, typed)
  const args = { channel: old.conversation, ts: old.ts, text, blocks: [richTextOf(text)] }
  const updated = await world.emulator.call('chat.update', args, tokenOf(world, person))
  const message = readMessage(old.conversation, objectAt(updated, 'message') ?? {})
  world.workspace.putMessage(message)
  await sendHidden(world, old, 'message_changed', {
    message: messagePart(world, message),
    previous_message: messagePart(world, old),
  })
  return { ok: true }
}

/** Deletes a person's own message. */
export async function deleteMessage(world: World, person: Member, old: Message): Promise<Outcome> {
  await world.emulator.call('chat.delete', { channel: old.conversation, ts: old.ts }, tokenOf(world, person))
  world.workspace.removeMessage(old.conversation, old.ts)
  await sendHidden(world, old, 'message_deleted', {
    deleted_ts: old.ts,
    previous_message: messagePart(world, old),
  })
  return { ok: true }
}

async function sendHidden(
  world: World,
  message: Message,
  subtype: string,
  rest: { [key: string]: unknown },
): Promise<void> {
  const conversation = world.workspace.conversation(message.conversation)
  if (!conversation?.members.includes(world.identity.botUserId)) return
  const channelType = conversation.kind === 'channel' ? 'channel' : 'im'
  const ts = world.nextTs()
  await sendEvent(world, {
    type: 'message',
    subtype,
    hidden: true,
    channel: conversation.id,
    channel_type: channelType,
    ts,
    ...rest,
  })
}

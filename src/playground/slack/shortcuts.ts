import type { Member, Message, Outcome } from '../protocol.ts'
import type { World } from '../world.ts'
import { complaint, interactionBase, sendInteraction } from './interaction.ts'
import { channelPart, messagePart } from './payload-parts.ts'

/** Runs a global shortcut, which knows of no conversation. */
export async function runShortcut(world: World, person: Member, callbackId: string): Promise<Outcome> {
  const delivery = await sendInteraction(world, `shortcut ${callbackId}`, {
    ...interactionBase(world, person, 'shortcut'),
    action_ts: world.nextTs(),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(person.id),
  })
  const error = complaint(delivery)
  return error === undefined ? { ok: true } : { ok: false, error }
}

/** Runs a shortcut on a message. */
export async function runMessageShortcut(
  world: World,
  person: Member,
  callbackId: string,
  message: Message,
): Promise<Outcome> {
  const delivery = await sendInteraction(world, `message shortcut ${callbackId}`, {
    ...interactionBase(world, person, 'message_action'),
    action_ts: world.nextTs(),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(person.id),
    response_url: world.responseUrls.issue({
      person: person.id,
      conversation: message.conversation,
      original: { ts: message.ts, ephemeral: false },
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    }),
    message_ts: message.ts,
    channel: channelPart(world, message.conversation),
    message: messagePart(world, message),
  })
  const error = complaint(delivery)
  return error === undefined ? { ok: true } : { ok: false, error }
}

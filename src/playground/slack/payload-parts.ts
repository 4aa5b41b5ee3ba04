import type { JsonObject } from '../json.ts'
import type { Member, Message, StateValues, View } from '../protocol.ts'
import type { World } from '../world.ts'

/** The deprecated token that every payload still carries. */
export const VERIFICATION_TOKEN = 'playground-verification-token'

/** The team, as interaction payloads carry it. */
export function teamPart(world: World): JsonObject {
  return { id: world.identity.teamId, domain: 'acme-platform' }
}

/** The acting person, as interaction payloads carry them. */
export function userPart(world: World, person: Member): JsonObject {
  return { id: person.id, username: person.name, name: person.name, team_id: world.identity.teamId }
}

/** A conversation, as interaction payloads carry it. */
export function channelPart(world: World, id: string): { id: string; name: string } {
  const conversation = world.workspace.conversation(id)
  return { id, name: conversation?.kind === 'channel' ? conversation.name : 'directmessage' }
}

/** A message, as interaction payloads and events carry it. */
export function messagePart(world: World, message: Message): JsonObject {
  const replies = world.workspace.repliesTo(message)
  const fromApp = message.user === world.identity.botUserId
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: world.identity.teamId,
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...(fromApp ? { bot_id: world.identity.botId, app_id: world.identity.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(replies > 0 ? { thread_ts: message.ts, reply_count: replies } : {}),
    ...(message.files.length > 0 ? { files: message.files.map(filePart) } : {}),
  }
}

/** A view, as payloads and views.* answers carry it. */
export function viewPart(world: World, view: View, values: StateValues = {}): JsonObject {
  const text = (value: string) => (value === '' ? null : { type: 'plain_text', text: value, emoji: true })
  return {
    id: view.id,
    team_id: world.identity.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values },
    hash: view.hash,
    title: text(view.title) ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: text(view.close),
    submit: text(view.submit),
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: world.identity.appId,
    external_id: view.externalId,
    app_installed_team_id: world.identity.teamId,
    bot_id: world.identity.botId,
  }
}

function filePart(file: Message['files'][number]): JsonObject {
  return { id: file.id, name: file.name, title: file.title, mimetype: file.mimetype, size: file.size }
}

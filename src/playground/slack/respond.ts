import { withIds } from '../block-ids.ts'
import { type JsonObject, objectAt, objectsAt, stringAt } from '../json.ts'
import { readMessage } from '../message.ts'
import type { ResponseTarget } from '../response-urls.ts'
import type { World } from '../world.ts'
import { announce } from './say.ts'
import { whisper } from './whisper.ts'

/** Does what an app asks for in the answer to a command, or through a response_url. */
export async function respond(world: World, target: ResponseTarget, answer: JsonObject): Promise<{ error?: string }> {
  const { original } = target
  if (answer.delete_original === true) {
    if (original === undefined) return { error: 'no_original' }
    await removeOriginal(world, target.conversation, original)
    return {}
  }
  const text = stringAt(answer, 'text') ?? ''
  const blocks = objectsAt({ blocks: withIds(answer.blocks ?? []) }, 'blocks')
  const attachments = Array.isArray(answer.attachments) ? answer.attachments : []
  if (text === '' && blocks.length === 0 && attachments.length === 0) return { error: 'no_text' }
  // A button's answer replaces its message unless the app says otherwise; an answer of a command never does.
  const replaces = answer.replace_original === true && original !== undefined
  if (replaces) {
    await replaceOriginal(world, target, original, { text, blocks })
    return {}
  }
  const threadTs = stringAt(answer, 'thread_ts') ?? (original?.ephemeral === true ? target.threadTs : undefined)
  const inThread = threadTs === undefined ? {} : { threadTs }
  if (answer.response_type === 'in_channel') {
    await postAsApp(world, target.conversation, { text, blocks, ...inThread })
    return {}
  }
  const { botUserId } = world.identity
  whisper(
    world,
    { person: target.person, conversation: target.conversation, ...inThread },
    { from: botUserId, text, blocks },
  )
  return {}
}

/** Posts a message as the app, whether or not it is in the conversation. */
export async function postAsApp(
  world: World,
  conversation: string,
  content: { text: string; blocks: readonly JsonObject[]; threadTs?: string },
): Promise<void> {
  const { botId, appId } = world.identity
  const posted = await callAsApp(world, 'chat.postMessage', {
    channel: conversation,
    text: content.text,
    bot_id: botId,
    app_id: appId,
    ...(content.blocks.length > 0 ? { blocks: content.blocks } : {}),
    ...(content.threadTs === undefined ? {} : { thread_ts: content.threadTs }),
  })
  const message = readMessage(conversation, objectAt(posted, 'message') ?? {})
  world.workspace.putMessage(message)
  await announce(world, message)
}

async function replaceOriginal(
  world: World,
  target: ResponseTarget,
  original: { ts: string; ephemeral: boolean },
  content: { text: string; blocks: readonly JsonObject[] },
): Promise<void> {
  if (original.ephemeral) {
    const old = world.workspace.message(target.conversation, original.ts)
    if (old) world.workspace.putMessage({ ...old, text: content.text, blocks: [...content.blocks] })
    return
  }
  const args = { channel: target.conversation, ts: original.ts, text: content.text, blocks: content.blocks }
  const updated = await callAsApp(world, 'chat.update', args)
  world.workspace.putMessage(readMessage(target.conversation, objectAt(updated, 'message') ?? {}))
}

async function removeOriginal(
  world: World,
  conversation: string,
  original: { ts: string; ephemeral: boolean },
): Promise<void> {
  if (!original.ephemeral) await callAsApp(world, 'chat.delete', { channel: conversation, ts: original.ts })
  world.workspace.removeMessage(conversation, original.ts)
}

function callAsApp(world: World, method: string, args: JsonObject): Promise<JsonObject> {
  return world.emulator.call(method, args, world.identity.botToken)
}

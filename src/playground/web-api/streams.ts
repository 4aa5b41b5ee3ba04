import { type JsonObject, objectAt, objectsAt, stringAt } from '../json.ts'
import { readMessage } from '../message.ts'
import type { World } from '../world.ts'
import type { LocalMethod } from './local-method.ts'

/** The methods of a message that is written piece by piece. */
export const streamMethods: { readonly [method: string]: LocalMethod } = {
  'chat.startStream': async (world, args) => {
    const channel = stringAt(args, 'channel') ?? ''
    const text = pieceOf(args)
    const posted = await callAsApp(world, 'chat.postMessage', {
      channel,
      text: text === '' ? ' ' : text,
      ...(text === '' ? {} : { blocks: [markdown(text)] }),
      ...(args.thread_ts === undefined ? {} : { thread_ts: args.thread_ts }),
    })
    if (posted.ok !== true) return posted
    const ts = stringAt(posted, 'ts') ?? ''
    world.streams.set(`${channel} ${ts}`, text)
    show(world, channel, posted)
    return { ok: true, channel, ts }
  },
  'chat.appendStream': (world, args) => grow(world, args, []),
  'chat.stopStream': async (world, args) => {
    const answer = await grow(world, args, objectsAt(args, 'blocks'))
    world.streams.delete(keyOf(args))
    return answer
  },
}

async function grow(world: World, args: JsonObject, blocks: readonly JsonObject[]): Promise<JsonObject> {
  const begun = world.streams.get(keyOf(args))
  if (begun === undefined) return { ok: false, error: 'message_not_in_streaming_state' }
  const text = begun + pieceOf(args)
  world.streams.set(keyOf(args), text)
  const channel = stringAt(args, 'channel') ?? ''
  const written = text === '' ? [] : [markdown(text)]
  const updated = await callAsApp(world, 'chat.update', {
    channel,
    ts: args.ts,
    text: text === '' ? ' ' : text,
    blocks: [...written, ...blocks],
  })
  if (updated.ok === true) show(world, channel, updated)
  return updated
}

function pieceOf(args: JsonObject): string {
  const chunks = objectsAt(args, 'chunks').map((chunk) => stringAt(chunk, 'text') ?? '')
  return (stringAt(args, 'markdown_text') ?? '') + chunks.join('')
}

function keyOf(args: JsonObject): string {
  return `${stringAt(args, 'channel') ?? ''} ${stringAt(args, 'ts') ?? ''}`
}

function markdown(text: string): JsonObject {
  return { type: 'markdown', text }
}

function show(world: World, channel: string, answer: JsonObject): void {
  const message = readMessage(channel, objectAt(answer, 'message') ?? {})
  // A stream grows without being marked as edited.
  world.workspace.putMessage({ ...message, edited: false })
}

async function callAsApp(world: World, method: string, args: JsonObject): Promise<JsonObject> {
  const { botToken, botId, appId } = world.identity
  try {
    return await world.emulator.call(method, { ...args, bot_id: botId, app_id: appId }, botToken)
  } catch (error) {
    const code = error instanceof Error ? error.message.split(': ')[1] : undefined
    return { ok: false, error: code ?? 'internal_error' }
  }
}

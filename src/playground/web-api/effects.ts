import { type JsonObject, objectAt, objectsAt, stringAt } from '../json.ts'
import { readMessage } from '../message.ts'
import type { ScheduledMessage } from '../protocol.ts'
import { announce } from '../slack/say.ts'
import { sharesOf, showShared } from '../slack/upload.ts'
import { whisper } from '../slack/whisper.ts'
import { tokenOf, type World } from '../world.ts'
import { postScheduled } from './scheduled.ts'

type Effect = (world: World, args: JsonObject, answer: JsonObject) => void | Promise<void>

/** What a successful call changes in the windows. */
export const effects: { readonly [method: string]: Effect } = {
  'chat.postMessage': async (world, _args, answer) => {
    const conversation = stringAt(answer, 'channel') ?? ''
    const message = readMessage(conversation, objectAt(answer, 'message') ?? {})
    world.workspace.putMessage(message)
    world.workspace.setStatus(conversation, message.threadTs ?? '', '')
    await announce(world, message)
  },
  'chat.update': (world, _args, answer) => {
    const conversation = stringAt(answer, 'channel') ?? ''
    world.workspace.putMessage(readMessage(conversation, objectAt(answer, 'message') ?? {}))
  },
  'chat.delete': (world, args) => {
    world.workspace.removeMessage(stringAt(args, 'channel') ?? '', stringAt(args, 'ts') ?? '')
  },
  'chat.postEphemeral': (world, args, answer) => {
    const threadTs = stringAt(args, 'thread_ts')
    const blocks = Array.isArray(args.blocks) ? args.blocks : []
    whisper(
      world,
      {
        person: stringAt(args, 'user') ?? '',
        conversation: stringAt(args, 'channel') ?? '',
        ts: stringAt(answer, 'message_ts') ?? world.nextTs(),
        ...(threadTs === undefined ? {} : { threadTs }),
      },
      { from: world.identity.botUserId, text: stringAt(args, 'text') ?? '', blocks },
    )
  },
  'chat.scheduleMessage': (world, args, answer) => {
    const id = stringAt(answer, 'scheduled_message_id') ?? ''
    const postAt = Number(answer.post_at) * 1000
    const conversation = stringAt(answer, 'channel') ?? ''
    const threadTs = stringAt(args, 'thread_ts')
    const scheduled: ScheduledMessage = {
      id,
      conversation,
      postAt,
      text: stringAt(args, 'text') ?? '',
      blocks: objectsAt(args, 'blocks'),
      ...(threadTs === undefined ? {} : { threadTs }),
    }
    world.workspace.scheduled = [...world.workspace.scheduled, scheduled]
    // By a bug of Slack's own, a scheduled message with metadata is never posted.
    if (args.metadata === undefined) world.timers.after(postAt - world.now(), () => void postScheduled(world, id))
  },
  'chat.deleteScheduledMessage': (world, args) => {
    const { workspace } = world
    workspace.scheduled = workspace.scheduled.filter(({ id }) => id !== args.scheduled_message_id)
  },
  'files.completeUploadExternal': async (world, _args, answer) => {
    for (const { conversation, ts } of sharesOf(answer)) {
      const members = world.workspace.conversation(conversation)?.members ?? []
      const person = world.workspace.members.find(({ id, kind }) => kind === 'person' && members.includes(id))
      if (person) await showShared(world, conversation, ts, tokenOf(world, person))
    }
  },
  'conversations.join': (world, args) => moveApp(world, args, true),
  'conversations.leave': (world, args) => moveApp(world, args, false),
}

function moveApp(world: World, args: JsonObject, joins: boolean): void {
  const conversation = world.workspace.conversation(stringAt(args, 'channel') ?? '')
  if (conversation === undefined) return
  const others = conversation.members.filter((member) => member !== world.identity.botUserId)
  const members = joins ? [...others, world.identity.botUserId] : others
  world.workspace.putConversation({ ...conversation, members })
}

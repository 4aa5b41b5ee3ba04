import { objectAt, objectsAt, stringAt } from '../json.ts'
import { readMessage } from '../message.ts'
import type { Member, Outcome } from '../protocol.ts'
import { tokenOf, type World } from '../world.ts'
import { composeText } from './compose-text.ts'
import { announce } from './say.ts'

/** Shares a person's file in a conversation. */
export async function upload(
  world: World,
  person: Member,
  where: { conversation: string; threadTs?: string },
  file: { name: string; bytes: Buffer; comment: string },
): Promise<Outcome> {
  const token = tokenOf(world, person)
  const length = file.bytes.byteLength
  const started = await world.emulator.call('files.getUploadURLExternal', { filename: file.name, length }, token)
  const id = stringAt(started, 'file_id') ?? ''
  await fetch(`${world.emulator.url}/upload/v1/${id}`, { method: 'POST', body: new Uint8Array(file.bytes) })
  const args = {
    files: [{ id, title: file.name }],
    channel_id: where.conversation,
    ...(file.comment === '' ? {} : { initial_comment: composeText(world.workspace, file.comment) }),
    ...(where.threadTs === undefined ? {} : { thread_ts: where.threadTs }),
  }
  const completed = await world.emulator.call('files.completeUploadExternal', args, token)
  for (const { conversation, ts } of sharesOf(completed)) {
    await showShared(world, conversation, ts, token)
    const message = world.workspace.message(conversation, ts)
    if (message) await announce(world, message)
  }
  return { ok: true }
}

/** Where the files of a completed upload were shared. */
export function sharesOf(completed: { [key: string]: unknown }): { conversation: string; ts: string }[] {
  const [file] = objectsAt(completed, 'files')
  const shares = objectAt(file ?? {}, 'shares') ?? {}
  return ['public', 'private'].flatMap((visibility) => {
    const byConversation = objectAt(shares, visibility) ?? {}
    return Object.keys(byConversation).flatMap((conversation) =>
      objectsAt(byConversation, conversation).map((share) => ({ conversation, ts: stringAt(share, 'ts') ?? '' })),
    )
  })
}

/** Reads a message out of the emulator and shows it. */
export async function showShared(world: World, conversation: string, ts: string, token: string): Promise<void> {
  const replies = await world.emulator.call('conversations.replies', { channel: conversation, ts }, token)
  const found = objectsAt(replies, 'messages').find((message) => message.ts === ts)
  if (found) world.workspace.putMessage(readMessage(conversation, found))
}

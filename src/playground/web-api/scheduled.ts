import { postAsApp } from '../slack/respond.ts'
import type { World } from '../world.ts'

/** Posts a scheduled message, at its time or when somebody in the playground can't wait. */
export async function postScheduled(world: World, id: string): Promise<void> {
  const { workspace, identity } = world
  const scheduled = workspace.scheduled.find((candidate) => candidate.id === id)
  if (scheduled === undefined) return
  workspace.scheduled = workspace.scheduled.filter((candidate) => candidate.id !== id)
  const args = { channel: scheduled.conversation, scheduled_message_id: id }
  await world.emulator.call('chat.deleteScheduledMessage', args, identity.botToken)
  await postAsApp(world, scheduled.conversation, scheduled)
}

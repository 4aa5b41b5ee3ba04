import { withIds } from '../block-ids.ts'
import { type JsonObject, objectsAt } from '../json.ts'
import { SLACKBOT } from '../workspace.ts'
import type { World } from '../world.ts'

/** Shows a message to one person only, and gives its timestamp. */
export function whisper(
  world: World,
  target: { person: string; conversation: string; threadTs?: string; ts?: string },
  content: { from: string; text: string; blocks?: readonly JsonObject[] },
): string {
  const ts = target.ts ?? world.nextTs()
  world.workspace.putMessage({
    conversation: target.conversation,
    ts,
    user: content.from,
    text: content.text,
    blocks: objectsAt({ blocks: withIds(content.blocks ?? []) }, 'blocks'),
    files: [],
    edited: false,
    ephemeralFor: target.person,
    ...(target.threadTs === undefined ? {} : { threadTs: target.threadTs }),
  })
  return ts
}

/** Has Slackbot say something to one person only. */
export function slackbotSays(
  world: World,
  target: { person: string; conversation: string; threadTs?: string },
  text: string,
  blocks?: readonly JsonObject[],
): string {
  return whisper(world, target, { from: SLACKBOT, text, ...(blocks ? { blocks } : {}) })
}

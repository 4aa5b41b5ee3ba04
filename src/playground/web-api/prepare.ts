import { withIds } from '../block-ids.ts'
import { type JsonObject, stringAt } from '../json.ts'
import { type Violation, validateMessage, validateView } from '../validate-blocks.ts'
import type { World } from '../world.ts'

const messageMethods = new Set([
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'chat.scheduleMessage',
  'chat.stopStream',
])
const viewMethods = new Set(['views.open', 'views.push', 'views.update', 'views.publish'])

/** What the validator says of the blocks or the view in a call; undefined for a call without any. */
export function judge(method: string, args: JsonObject): Violation[] | undefined {
  if (viewMethods.has(method)) return validateView(args.view)
  if (!messageMethods.has(method)) return undefined
  // In a stream the text comes in pieces before the blocks.
  return method === 'chat.stopStream' ? validateMessage({ ...args, text: ' ' }) : validateMessage(args)
}

/** Slack's answer to blocks that it refuses. */
export function refusal(method: string, violations: readonly Violation[]): JsonObject | undefined {
  const errors = violations.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return undefined
  const tooLong = errors.some(({ rule }) => rule === 'msg_blocks_too_long')
  const textTooLong = errors.some(({ rule }) => rule === 'text_hard_max')
  const blocksError = tooLong ? 'msg_blocks_too_long' : textTooLong ? 'msg_too_long' : 'invalid_blocks'
  return {
    ok: false,
    error: viewMethods.has(method) ? 'invalid_arguments' : blocksError,
    response_metadata: {
      messages: errors.map(({ path, message }) => {
        const pointer = viewMethods.has(method) ? `/view${path}` : path
        return `[ERROR] ${message} [json-pointer:${pointer}]`
      }),
    },
  }
}

/** Slack's refusal to post where the app isn't, which the emulator doesn't know. */
export function outsider(world: World, method: string, args: JsonObject): JsonObject | undefined {
  if (!messageMethods.has(method)) return undefined
  const conversation = world.workspace.conversation(stringAt(args, 'channel') ?? '')
  if (conversation === undefined || conversation.members.includes(world.identity.botUserId)) return undefined
  if (conversation.kind !== 'channel') return { ok: false, error: 'channel_not_found' }
  const welcome = method === 'chat.postMessage' && world.manifest.scopes.includes('chat:write.public')
  return welcome ? undefined : { ok: false, error: 'not_in_channel' }
}

/** The arguments as the emulator is to keep them: with the ids that Slack adds, and who posts. */
export function prepare(world: World, method: string, args: JsonObject): JsonObject {
  if (!messageMethods.has(method)) return args
  const { botId, appId } = world.identity
  const markdown = stringAt(args, 'markdown_text')
  const { markdown_text: _, ...rest } = args
  const content =
    markdown === undefined ? rest : { ...rest, text: markdown, blocks: [{ type: 'markdown', text: markdown }] }
  return {
    ...content,
    ...('blocks' in content ? { blocks: withIds(content.blocks) } : {}),
    bot_id: botId,
    app_id: appId,
  }
}

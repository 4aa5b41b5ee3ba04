import { randomBytes } from 'node:crypto'
import { isObject, type JsonObject, objectAt } from './json.ts'

const plain = new Set(['image', 'plain_text', 'mrkdwn', 'rich_text', 'url'])

/** Gives blocks and interactive elements the ids that Slack gives those that have none. */
export function withIds(blocks: unknown): unknown {
  return Array.isArray(blocks)
    ? blocks.map((block: unknown) => (isObject(block) ? blockWithIds(block) : block))
    : blocks
}

function blockWithIds(block: JsonObject): JsonObject {
  const inner = (key: string) => (Array.isArray(block[key]) ? { [key]: block[key].map(elementWithIds) } : {})
  const one = (key: string) => (objectAt(block, key) ? { [key]: elementWithIds(block[key]) } : {})
  const interactive = ['actions', 'context_actions'].includes(String(block.type))
  return {
    ...block,
    block_id: typeof block.block_id === 'string' ? block.block_id : shortId(),
    ...(interactive ? inner('elements') : {}),
    ...(block.type === 'card' ? inner('actions') : {}),
    ...(block.type === 'carousel' ? { elements: withIds(block.elements) } : {}),
    ...(block.type === 'container' ? { child_blocks: withIds(block.child_blocks) } : {}),
    ...one('accessory'),
    ...one('element'),
  }
}

function elementWithIds(element: unknown): unknown {
  if (!isObject(element) || plain.has(String(element.type))) return element
  return typeof element.action_id === 'string' ? element : { ...element, action_id: shortId() }
}

function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5)
}

import { blocks } from './block-kit/blocks.ts'
import { elements } from './block-kit/elements.ts'
import { richParts } from './block-kit/rich-text.ts'
import type { Family, ObjectRule } from './block-kit/rule.ts'

/**
 * What Slack demands of Block Kit, as a table: from docs.slack.dev as it stood on 2026-11-22, and where Slack is
 * silent from what others saw refused. Each family's types and their properties are in block-kit/.
 */
export const blockKitRules: { readonly [F in Family]: { readonly [type: string]: ObjectRule } } = {
  block: blocks,
  element: elements,
  rich: richParts,
}

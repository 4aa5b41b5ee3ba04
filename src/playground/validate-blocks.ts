import { checkBlock } from './block-kit/check-block.ts'
import { checkObject, checkRule, Findings } from './block-kit/check-rule.ts'
import type { ObjectRule } from './block-kit/rule.ts'
import {
  homeBlocks,
  homeRule,
  messageBlocks,
  messageLimits,
  modalBlocks,
  modalRule,
  viewLimits,
} from './block-kit/surfaces.ts'
import { cellLength, shownLength } from './block-kit/text-length.ts'
import type { Violation } from './block-kit/violation.ts'
import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from './json.ts'

export type { Violation } from './block-kit/violation.ts'

/** Judges a message (the arguments of chat.postMessage, or an answer to a command) as Slack would, and stricter. */
export function validateMessage(payload: unknown): Violation[] {
  const findings = new Findings()
  if (!isObject(payload)) {
    findings.error('', 'type', 'a message must be an object')
    return findings.violations
  }
  checkMessageText(payload, findings)
  for (const key of ['ts', 'thread_ts']) {
    if (payload[key] !== undefined && typeof payload[key] !== 'string') {
      findings.error(`/${key}`, 'timestamps_are_strings', `${key} must be a string: a number loses digits`)
    }
  }
  if (payload.blocks !== undefined) checkMessageBlocks(payload.blocks, findings)
  const attachments = payload.attachments
  if (Array.isArray(attachments) && attachments.length > messageLimits.attachments) {
    findings.error('/attachments', 'attachments_max', `at most ${messageLimits.attachments} attachments are allowed`)
  }
  objectsAt(payload, 'attachments').forEach((attachment, index) => {
    const blocks = attachment.blocks
    if (Array.isArray(blocks)) checkBlocks(blocks, messageBlocks, `/attachments/${index}/blocks`, findings)
  })
  return findings.violations
}

/** Judges a modal or an App Home as Slack would, and stricter. */
export function validateView(view: unknown): Violation[] {
  const findings = new Findings()
  if (!isObject(view)) {
    findings.error('', 'type', 'a view must be an object')
    return findings.violations
  }
  const home = view.type === 'home'
  const rule: ObjectRule = home ? homeRule : modalRule
  checkObject(view, rule, '', 'view', findings)
  if (JSON.stringify(view).length > viewLimits.bytes) findings.error('', 'view_bytes_max', 'the view is above 250 KB')
  const blocks = view.blocks
  if (!Array.isArray(blocks)) {
    if (blocks !== undefined) findings.error('/blocks', 'type', 'blocks must be a list')
    return findings.violations
  }
  if (blocks.length === 0) findings.error('/blocks', 'blocks_min', 'a view needs at least one block')
  if (blocks.length > viewLimits.blocks) {
    findings.error('/blocks', 'blocks_max', `a view has at most ${viewLimits.blocks} blocks`)
  }
  checkBlocks(blocks, home ? homeBlocks : modalBlocks, '/blocks', findings)
  const hasInput = blocks.some((block) => isObject(block) && block.type === 'input')
  if (!home && hasInput && view.submit === undefined) {
    findings.error('/submit', 'submit_required_with_input', 'a modal with an input needs submit')
  }
  if (countFocused(blocks) > 1) {
    findings.error('/blocks', 'focus_on_load_per_view_max', 'only one element may have focus_on_load')
  }
  return findings.violations
}

function checkMessageText(payload: JsonObject, findings: Findings): void {
  const { text, blocks, markdown_text: markdown } = payload
  if (markdown !== undefined) {
    checkRule(
      markdown,
      { is: 'string', min: 1, max: messageLimits.markdownText },
      '/markdown_text',
      'markdown_text',
      findings,
    )
    if (text !== undefined || blocks !== undefined) {
      findings.error('/markdown_text', 'exclusive', 'markdown_text may not stand with text or blocks')
    }
    return
  }
  if (text !== undefined && typeof text !== 'string') findings.error('/text', 'type', 'text must be a string')
  const length = typeof text === 'string' ? text.length : 0
  if (length > messageLimits.textHard) findings.error('/text', 'text_hard_max', 'text is above 40,000 characters')
  else if (length > messageLimits.textSafe) {
    findings.warn('/text', 'text_safe_max', `text has ${length} characters; ${messageLimits.textSafe} are safe`)
  }
  if (length === 0 && Array.isArray(blocks) && blocks.length > 0) {
    findings.warn('/text', 'text_required_with_blocks', 'screen readers and notifications need text beside blocks')
  }
}

function checkMessageBlocks(value: unknown, findings: Findings): void {
  if (!Array.isArray(value)) {
    findings.error('/blocks', 'type', 'blocks must be a list')
    return
  }
  if (value.length > messageLimits.blocks) {
    findings.error('/blocks', 'blocks_max', `a message has at most ${messageLimits.blocks} blocks`)
  }
  checkBlocks(value, messageBlocks, '/blocks', findings)
  const everywhere = flatten(value)
  const ofType = (type: string) => everywhere.filter((block) => block.type === type)
  const sum = (blocks: JsonObject[], length: (block: JsonObject) => number) =>
    blocks.reduce((total, block) => total + length(block), 0)
  const atMost = (count: number, max: number, rule: string, what: string) => {
    if (count > max) findings.error('/blocks', rule, `${what}: ${count}, at most ${max} are allowed`)
  }
  atMost(sum(ofType('table'), cellLength), messageLimits.tableChars, 'chars_per_message_max', 'characters in tables')
  atMost(
    sum(ofType('data_table'), cellLength),
    messageLimits.dataTableChars,
    'chars_per_message_max',
    'characters in data tables',
  )
  atMost(
    sum(ofType('markdown'), shownLength),
    messageLimits.markdownChars,
    'chars_per_message_max',
    'characters in markdown',
  )
  atMost(ofType('data_visualization').length, messageLimits.charts, 'per_message_max', 'charts')
  atMost(ofType('table').length, messageLimits.tables, 'per_message_safe_max', 'table blocks')
  checkTotal(sum(flattenTop(value), shownLength), findings)
}

function checkTotal(total: number, findings: Findings): void {
  const { allTextSafe, allTextRefused } = messageLimits
  if (total >= allTextRefused) {
    findings.error('/blocks', 'msg_blocks_too_long', `the blocks show ${total} characters; ${allTextSafe} are safe`)
  } else if (total > allTextSafe) {
    findings.warn(
      '/blocks',
      'blocks_text_chars_safe_max',
      `the blocks show ${total} characters; keep to ${allTextSafe}`,
    )
  }
}

function checkBlocks(blocks: readonly unknown[], allowed: readonly string[], path: string, findings: Findings): void {
  const seen = new Set<string>()
  blocks.forEach((block, index) => {
    checkBlock(block, allowed, `${path}/${index}`, findings)
    for (const inner of isObject(block) ? flatten([block]) : []) {
      const id = stringAt(inner, 'block_id')
      if (id === undefined) continue
      if (seen.has(id)) findings.error(`${path}/${index}/block_id`, 'block_id_unique', `block_id ${id} is used twice`)
      seen.add(id)
    }
  })
  checkResponseUrls(blocks, path, findings)
}

function checkResponseUrls(blocks: readonly unknown[], path: string, findings: Findings): void {
  blocks.forEach((block, index) => {
    if (!isObject(block) || block.type === 'input') return
    const outside = [objectAt(block, 'accessory'), ...objectsAt(block, 'elements')]
    if (outside.some((element) => element?.response_url_enabled !== undefined)) {
      findings.error(`${path}/${index}`, 'response_url_enabled', 'response_url_enabled works in input blocks only')
    }
  })
}

function flattenTop(blocks: readonly unknown[]): JsonObject[] {
  return blocks.filter(isObject).filter((block) => block.type !== 'data_table')
}

function flatten(blocks: readonly unknown[]): JsonObject[] {
  return blocks.filter(isObject).flatMap((block) => {
    const cards = block.type === 'carousel' ? objectsAt(block, 'elements') : []
    return [block, ...flatten([...objectsAt(block, 'child_blocks'), ...cards])]
  })
}

function countFocused(blocks: readonly unknown[]): number {
  return JSON.stringify(blocks).split('"focus_on_load":true').length - 1
}

import { oneOf, plainText, type Rule, string } from './rule.ts'

/** The blocks that a message may hold. */
export const messageBlocks: readonly string[] = [
  'actions',
  'card',
  'carousel',
  'container',
  'context',
  'context_actions',
  'data_table',
  'data_visualization',
  'divider',
  'header',
  'image',
  'input',
  'markdown',
  'plan',
  'rich_text',
  'section',
  'table',
  'task_card',
  'video',
]

/** The blocks that a modal may hold. */
export const modalBlocks: readonly string[] = [
  'actions',
  'alert',
  'card',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'video',
]

/** The blocks that App Home may hold. */
export const homeBlocks: readonly string[] = [
  'actions',
  'card',
  'carousel',
  'container',
  'context',
  'data_table',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
]

/** Limits that belong to a whole message. */
export const messageLimits = {
  blocks: 50,
  attachments: 100,
  textSafe: 4000,
  textHard: 40_000,
  markdownText: 12_000,
  /** Sums over all blocks of a type in one message. */
  markdownChars: 12_000,
  tableChars: 10_000,
  dataTableChars: 20_000,
  charts: 2,
  tables: 1,
  /** Slack states no total. 10,000 is safe; 11,341 is the least that was seen refused. */
  allTextSafe: 10_000,
  allTextRefused: 11_341,
} as const

/** Limits that belong to a whole view. */
export const viewLimits = { blocks: 100, bytes: 250_000 } as const

const common: { readonly [name: string]: Rule } = {
  callback_id: string({ max: 255 }),
  private_metadata: string({ max: 3000 }),
  external_id: string({ max: 255 }),
  blocks: { is: 'anything' },
}

/** The properties of a modal besides its blocks. */
export const modalRule = {
  properties: {
    ...common,
    type: oneOf('modal'),
    title: plainText(24),
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: { is: 'boolean' },
    notify_on_close: { is: 'boolean' },
    submit_disabled: { is: 'boolean' },
  },
  required: ['type', 'title', 'blocks'],
} as const

/** The properties of App Home besides its blocks. */
export const homeRule = {
  properties: { ...common, type: oneOf('home') },
  required: ['type', 'blocks'],
} as const

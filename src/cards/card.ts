import type { KnownBlock } from '@slack/types'
import type { Answer } from '../answers/answer.ts'
import type { Catalogue } from './catalogue.ts'
import type { Page } from './page.ts'
import { pageOf } from './page-of.ts'
import { toBlocks } from './to-blocks.ts'
import { toMessageText } from './to-text.ts'

/** A message as Slack takes it: `text` says everything for notifications, screen readers and clients without blocks. */
export interface Card {
  readonly text: string
  readonly blocks: readonly KnownBlock[]
}

export interface CardOptions {
  /** True where only one person sees the card, so that a button to show it to the channel makes sense. */
  readonly shareable: boolean
  /** The command that gives this answer again. */
  readonly command: string
  /** What the selects of a comparison offer. */
  readonly catalogue: Catalogue
}

/** An answer as a Slack message, within every limit of Slack's. */
export function cardOf(answer: Answer, { shareable, command, catalogue }: CardOptions): Card {
  const page = pageOf(answer, command, catalogue)
  return { text: toMessageText(page), blocks: toBlocks(shareable ? withShare(page) : page) }
}

function withShare(page: Page): Page {
  const share = { kind: 'share', command: page.command } as const
  const rows = page.choices.length > 1 ? page.choices : [...page.choices, []]
  return { ...page, choices: rows.map((row, index) => (index === rows.length - 1 ? [...row, share] : row)) }
}

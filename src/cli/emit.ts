import type { Page } from '../pages/page.ts'
import type { Io } from './io.ts'
import { toTerminal } from './to-terminal.ts'

/** How a command is to print its outcome. */
export interface Format {
  readonly json?: boolean | undefined
  readonly blocks?: boolean | undefined
  /** Whether to print what is folded too. */
  readonly full?: boolean | undefined
}

/** Prints an outcome in the way that was asked for: to be read, as data, or as the message that Slack would get. */
export async function emit(io: Io, { json, blocks, full }: Format, page: Page, data: unknown): Promise<void> {
  if (blocks) {
    const { messageFrom } = await import('../slack/blocks/message.ts')
    const message = messageFrom(page)
    io.write(`${JSON.stringify({ text: message.text, blocks: message.blocks }, null, 2)}\n`)
  } else if (json) io.write(`${JSON.stringify(data, null, 2)}\n`)
  else io.write(toTerminal(page, { ...io, full }))
}

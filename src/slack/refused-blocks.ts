import { webApi } from '@slack/bolt'
import type { Log } from '../log.ts'
import type { Message } from './blocks/message.ts'
import { messagesOf } from './refusals.ts'

/** Slack's codes for a message whose blocks it doesn't take. */
const codes: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'block_mismatch',
  'invalid_arguments',
])

/** A message as it goes out: with blocks, or with its text alone. */
export interface Content {
  readonly text: string
  readonly blocks?: Message['blocks'][number][]
}

/**
 * Sends a card. When Slack refuses its blocks, it goes out without what folds, and when Slack refuses these too, its text
 * goes out alone, so that a mistake in a layout never swallows an answer; the log says which blocks were refused and why.
 */
export async function withTextAsFallback<T>(
  card: Message,
  log: Log,
  send: (content: Content) => Promise<T>,
): Promise<T> {
  if (card.blocks.length === 0) return send({ text: card.text })
  try {
    return await send({ text: card.text, blocks: [...card.blocks] })
  } catch (error) {
    const refused = refusedBlocks(error, card)
    if (!refused) throw error
    const { text, withoutFolds } = card
    log.error(
      `Slack refused the blocks of a message: ${withoutFolds ? 'it goes out without what folds' : 'its text went out alone'}`,
      refused,
    )
    return withoutFolds ? withTextAsFallback({ text, blocks: withoutFolds }, log, send) : send({ text })
  }
}

function refusedBlocks(error: unknown, { blocks }: Message): { code: string; refused: readonly string[] } | undefined {
  if (error instanceof BlocksRefused) return { code: error.message, refused: [] }
  if (!(error instanceof webApi.WebAPIPlatformError) || !codes.has(error.data.error)) return undefined
  const refused = messagesOf(error).map((message) => {
    const index = /\/blocks\/(\d+)/.exec(message)?.[1]
    return index === undefined ? message : `${blocks[Number(index)]?.type ?? 'no'} block: ${message}`
  })
  return { code: error.data.error, refused }
}

/** A response_url that took the request but not its blocks: it answers with Slack's code instead of an error of HTTP. */
export class BlocksRefused extends Error {
  override readonly name = 'BlocksRefused'
}

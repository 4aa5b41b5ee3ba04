import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { Card } from '../../cards/card.ts'
import { toBlocks } from '../../cards/to-blocks.ts'
import { toMessageText } from '../../cards/to-text.ts'
import { cardFor } from '../answering.ts'
import type { Edge } from '../edge.ts'
import { readText } from '../incoming-text.ts'
import { statusPage } from '../status-page.ts'

/** Answers `/mesh …` within the acknowledgement, for the user alone: nothing is waited for before. */
export const meshCommand =
  (edge: Edge) =>
  async ({ command, ack }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { text, blocks } = cardOfCommand(edge, readText(command.text))
    await ack({ response_type: 'ephemeral', text, blocks: [...blocks] })
  }

function cardOfCommand({ knowledge, startedAt, now }: Edge, text: string): Card {
  if (text.toLowerCase() === 'status') {
    const page = statusPage(knowledge, startedAt, now())
    return { text: toMessageText(page), blocks: toBlocks(page) }
  }
  const service = knowledge.current
  return cardFor(service, service.meshwise.command(text), true)
}

import type { webApi } from '@slack/bolt'
import type { Command } from '../../commands/command.ts'
import { formFor } from '../../commands/table.ts'
import type { Read } from '../../meshwise.ts'
import type { Edge } from '../edge.ts'
import { correctionModal } from '../views/correction-view.ts'
import { estimateModal } from '../views/estimate-view.ts'
import { openRecommend } from './recommend.ts'

/** Where a form was asked for, and the trigger that lets it be opened for some seconds. */
export interface FormPlace {
  readonly triggerId: string
  readonly channel?: string | undefined
  readonly threadTs?: string | undefined
}

/** Whether a form opens for what was read. A question is answered, also where it comes to such a command. */
export const opensForm = ({ command, question }: Read): boolean => !question && formFor(command) !== undefined

/** Opens the form of a command that has one. Rejects when the trigger has expired. */
export async function openForm(
  edge: Edge,
  client: webApi.WebClient,
  command: Command,
  place: FormPlace,
): Promise<void> {
  const { triggerId, channel, threadTs } = place
  if (command.kind === 'recommend') return openRecommend(edge, client, command, place)
  const view =
    command.kind === 'corrections'
      ? correctionModal(edge.knowledge.current.knowledge, {
          mesh: command.mesh,
          topic: command.topic,
          channel,
          threadTs,
        })
      : estimateModal(channel)
  await client.views.open({ trigger_id: triggerId, view })
}

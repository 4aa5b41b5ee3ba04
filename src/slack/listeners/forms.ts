import type { Command } from '../../commands/command.ts'
import { formFor, spell } from '../../commands/table.ts'
import type { Read } from '../../meshwise.ts'
import { ids } from '../blocks/ids.ts'
import type { Edge } from '../edge.ts'
import { type Opener, openView } from '../open-view.ts'
import type { Ways } from '../send.ts'
import { correctionModal } from '../views/correction-view.ts'
import { estimateModal } from '../views/estimate-view.ts'
import { openRecommend } from './recommend.ts'

/** Whether a form opens for what was read. A question is answered, also where it comes to such a command. */
export const opensForm = ({ command, question }: Read): boolean => !question && formFor(command) !== undefined

/** Opens the form of a command that has one. */
export async function openForm(edge: Edge, ways: Ways, command: Command, opener: Opener): Promise<void> {
  const { channel, threadTs } = opener
  if (command.kind === 'recommend') return openRecommend(edge, ways, command, opener)
  const view =
    command.kind === 'corrections'
      ? correctionModal(edge.knowledge.current.knowledge, {
          mesh: command.mesh,
          topic: command.topic,
          channel,
          threadTs,
        })
      : estimateModal(channel)
  await openView(edge, ways, opener, view, { actionId: ids.ask(0), value: spell(command) })
}

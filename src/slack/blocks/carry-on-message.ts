import type { Command } from '../../commands/command.ts'
import { spell } from '../../commands/table.ts'
import { buttonMessage } from './button-message.ts'
import { ids } from './ids.ts'
import type { Message } from './message.ts'

const says = 'You closed the questions before the end, so nothing was posted. The button takes your answers up again.'

/** Offers to go on with a guided decision that was closed midway, with the answers so far. */
export const carryOnMessage = (command: Command<'recommend'>): Message =>
  buttonMessage(says, { label: 'Carry on', actionId: ids.advise('adjust'), value: spell(command) })

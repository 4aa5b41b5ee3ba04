import type { Command } from './command.ts'
import type { Slip } from './row.ts'
import { formFor, table } from './table.ts'
import { oneThingMissing } from './tools.ts'

/** Whether a command that may not have been meant can be carried out unasked: it only reads, and opens no form. */
export const runsUnasked = (command: Command): boolean =>
  table[command.kind].readsOnly && formFor(command) === undefined

/** A command that may have been meant, for a press of a button. */
export const offered = ({ said, meant }: Slip, command: Command): Command<'incomplete'> => ({
  kind: 'incomplete',
  said,
  title: oneThingMissing,
  problem: `There is no command "${firstWord(said)}": did you mean "${firstWord(meant)}"?`,
  choices: [{ label: meant, command }],
})

const firstWord = (text: string): string => text.split(/\s+/)[0] ?? ''

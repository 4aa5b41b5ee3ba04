import type { Suggestion } from '../answers/answer.ts'
import type { Command } from '../commands/command.ts'
import type { Ask, Choice } from './page.ts'

export const ask = (label: string, command: Command): Ask => ({ kind: 'ask', label, command })

/** Rows of choices: the next questions first, then what concerns this answer. Empty rows are left out. */
export function choiceRows(suggestions: readonly Suggestion[], about: readonly Choice[] = []): Choice[][] {
  return [suggestions.map((suggestion): Ask => ({ kind: 'ask', ...suggestion })), [...about]].filter(
    (row) => row.length > 0,
  )
}

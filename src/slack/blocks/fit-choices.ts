import { assertNever } from '../../assert-never.ts'
import { spell } from '../../commands/table.ts'
import type { Choice, Page } from '../../pages/page.ts'
import { sum } from './lengths.ts'
import { limits } from './limits.ts'

type Rows = Page['choices']

/** The choices that Slack can carry, within so many characters. */
export function fitChoices(rows: Rows, characters: number): Rows {
  let room = characters
  const fits = (choice: Choice): boolean => {
    const cost = choiceLength(choice)
    if (cost === undefined || cost > room) return false
    room -= cost
    return true
  }
  return rows
    .map((row) => row.flatMap(fitOptions).filter(fits).slice(0, limits.actionsElements))
    .filter((row) => row.length > 0)
}

/** A menu holds shorter commands than a button does: what is too long for it becomes a button beside it. */
function fitOptions(choice: Choice): Choice[] {
  if (choice.kind !== 'pick') return [choice]
  const isShort = ({ command }: { command: Parameters<typeof spell>[0] }) =>
    isValue(spell(command), limits.option.value)
  const asks = choice.options.filter((option) => !isShort(option)).map((option): Choice => ({ kind: 'ask', ...option }))
  return [{ ...choice, options: choice.options.filter(isShort).slice(0, limits.options) }, ...asks]
}

const isValue = (words: string, max: number): boolean => words.length > 0 && words.length <= max

/** The characters that a choice costs, undefined where it can't be shown at all. */
function choiceLength(choice: Choice): number | undefined {
  switch (choice.kind) {
    case 'pick':
      if (choice.options.length === 0) return undefined
      return choice.label.length + sum(choice.options.map(({ label }) => Math.min(label.length, limits.option.text)))
    case 'ask':
    case 'advise':
      return isValue(spell(choice.command), limits.button.value)
        ? Math.min(choice.label.length, limits.button.text)
        : undefined
    case 'details':
      return isValue(choice.command, limits.button.value) ? limits.button.text : undefined
    case 'share':
      return isValue(spell(choice.command), limits.button.value) ? limits.button.text : undefined
    case 'correct':
      return JSON.stringify(choice).length <= limits.button.value ? limits.button.text : undefined
    default:
      return assertNever(choice)
  }
}

/** The characters that choices take of a message. */
export const choicesLength = (rows: Rows): number => sum(rows.flat().map((choice) => choiceLength(choice) ?? 0))

import { checkbox, input, select } from '@inquirer/prompts'
import type { Asker, Choice } from './asker.ts'
import { Interrupted } from './failures.ts'

const notSure = ''

/** An answer; rejects with an Interrupted where Ctrl-C was pressed instead. */
async function unbroken<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof Error && error.name === 'ExitPromptError' ? new Interrupted('Broken off.') : error
  }
}

/** Asks with prompts on the terminal: questions go to stderr, so that stdout holds the answer alone. */
export function terminalAsker(): Asker {
  const context = { output: process.stderr }
  const choices = (options: readonly Choice[]) => options.map(({ value, label }) => ({ value, name: label }))
  return {
    async chooseOne(message, options, before = notSure) {
      const unsure = { value: notSure, name: 'Not sure' }
      const chosen = await unbroken(
        select({ message, choices: [...choices(options), unsure], default: before }, context),
      )
      return chosen === notSure ? undefined : chosen
    },
    chooseMany(message, options, before) {
      const marked = choices(options).map((choice) => ({ ...choice, checked: before.includes(choice.value) }))
      return unbroken(checkbox({ message, choices: marked, pageSize: 12 }, context))
    },
    async number(message, before) {
      const validate = (text: string) => /^\d*$/.test(text.trim()) || 'Write a whole number, or nothing if not sure.'
      const text = await unbroken(
        input({ message, validate, ...(before === undefined ? {} : { default: before }) }, context),
      )
      return text.trim() || undefined
    },
  }
}

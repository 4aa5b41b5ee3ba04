import { checkbox, input, select } from '@inquirer/prompts'
import type { Asker, Choice } from './asker.ts'

const notSure = ''

/** Asks with prompts on the terminal: questions go to stderr, so that stdout holds the answer alone. */
export function terminalAsker(): Asker {
  const context = { output: process.stderr }
  const choices = (options: readonly Choice[]) => options.map(({ value, label }) => ({ value, name: label }))
  return {
    async chooseOne(message, options, before = notSure) {
      const unsure = { value: notSure, name: 'Not sure' }
      const chosen = await select({ message, choices: [...choices(options), unsure], default: before }, context)
      return chosen === notSure ? undefined : chosen
    },
    chooseMany(message, options, before) {
      const marked = choices(options).map((choice) => ({ ...choice, checked: before.includes(choice.value) }))
      return checkbox({ message, choices: marked, pageSize: 12 }, context)
    },
    async number(message, before) {
      const validate = (text: string) => /^\d*$/.test(text.trim()) || 'Write a whole number, or nothing if not sure.'
      const text = await input({ message, validate, ...(before === undefined ? {} : { default: before }) }, context)
      return text.trim() || undefined
    },
  }
}

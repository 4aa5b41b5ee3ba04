import type { Command } from 'commander'
import { pageOf, spell, table } from '../../commands/table.ts'
import { commandJson } from '../../json/answer-json.ts'
import type { Reply } from '../../meshwise.ts'
import { toSections, toText } from '../../pages/to-text.ts'
import { emit, type Format } from '../emit.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import { openWorkbench, type Workbench } from '../workbench.ts'
import { formatted } from './formatted.ts'

/** Commands that take options of their own in a terminal: each has a file here. */
const withOptions = new Set(['recommend', 'estimate', 'diagram', 'help'])

/** Commands that the terminal shares with Slack: one grammar, so that what a button stands for can be typed. */
export function addAnswerCommands(program: Command, io: Io): void {
  for (const { names, help } of Object.values(table)) {
    for (const name of names) {
      if (withOptions.has(name) || !/^[a-z-]+$/.test(name)) continue
      const command = formatted(program.command(name, { hidden: help === undefined || name !== names[0] })).description(
        help ? lowerFirst(help.does) : `what a button says by "${name}"`,
      )
      const takes = help ? help.takes : '[words...]'
      if (takes !== undefined) command.argument(takes, help ? `as in: ${help.usage}` : 'meshes and topics')
      if (help) command.addHelpText('after', examples(...help.examples.map((example) => `mesh ${example}`)))
      if (name === 'compare') command.option('--on <topic>', 'a topic or an area, by id or in words')
      command.action(() => {
        const { on, ...format } = command.opts<Format & { on?: string }>()
        return printAnswer(io, [name, ...command.args, ...(on ? ['on', on] : [])].join(' '), format)
      })
    }
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

export const examples = (...lines: string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`

/** Prints the answer to a command, as Slack would get it. Rejects with a UsageError that says what to type instead. */
export async function printAnswer(io: Io, text: string, format: Format): Promise<void> {
  const { reply, workbench } = await replyTo(io, text)
  const page = pageOf(reply.answer, workbench.catalogue)
  await emit(
    io,
    format,
    page,
    commandJson(reply, { knowledge: workbench.knowledge, text: toText(page), details: toSections(page) }),
  )
}

/** The answer to a command. Rejects with a UsageError that says what to type instead. */
export async function replyTo(io: Io, text: string): Promise<{ reply: Reply; workbench: Workbench }> {
  const workbench = await openWorkbench(io)
  const reply = workbench.meshwise.reply(workbench.meshwise.parse(text))
  if (reply.answer.kind === 'clarify') throw new UsageError(unclear(reply))
  return { reply, workbench }
}

/** What is wrong with a command, and what to type instead. */
function unclear({ answer }: Reply): string {
  const instead = answer.suggestions.map(({ command }) => `  mesh ${spell(command)}`)
  return instead.length > 0 ? `${answer.headline}\nTry:\n${instead.join('\n')}` : answer.headline
}

import type { Command } from 'commander'
import { formFor, pageOf } from '../../commands/table.ts'
import { slashJson } from '../../json/answer-json.ts'
import { toSections, toText } from '../../pages/to-text.ts'
import { emit, type Format } from '../emit.ts'
import type { Io } from '../io.ts'
import { examples, replyTo } from './answer-commands.ts'
import { formatted } from './formatted.ts'

/** `mesh slash`: what may follow /mesh in Slack, and what a button carries. */
export function addSlashCommand(program: Command, io: Io): void {
  formatted(program.command('slash'))
    .description('answer what may follow /mesh in Slack, or what a button there carries')
    .argument('[text...]', 'a command or a question; quotes are not needed')
    .addHelpText('after', examples('mesh slash "compare istio cilium on retries"', 'mesh slash which mesh is lightest'))
    .action(async (words: string[], format: Format) => {
      const { reply, workbench } = await replyTo(io, words.join(' '))
      const page = pageOf(reply.answer, workbench.catalogue)
      const form = reply.question ? undefined : formFor(reply.answer.command)
      if (form && !format.json) io.writeError(`In Slack this opens the form ${forms[form]} first.\n`)
      await emit(
        io,
        format,
        page,
        slashJson(reply, { knowledge: workbench.knowledge, text: toText(page), details: toSections(page) }),
      )
    })
}

const forms = {
  recommend: '"Which mesh?"',
  estimate: '"Estimate"',
  correction: '"Correct a fact"',
} as const

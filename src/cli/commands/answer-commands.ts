import type { Command } from 'commander'
import type { Reply } from '../../meshwise.ts'
import { pageOf } from '../../pages/page-of.ts'
import { toText } from '../../pages/to-text.ts'
import { emit, type Format } from '../emit.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import { commandJson } from '../json.ts'
import { openWorkbench, type Workbench } from '../workbench.ts'
import { formatted } from './formatted.ts'

/** Commands that the terminal shares with Slack: one grammar, so that what a button stands for can be typed. */
export function addAnswerCommands(program: Command, io: Io): void {
  const answer = (text: string, format: Format) => answerCommand(io, text, format)

  formatted(program.command('compare'))
    .description('compare meshes, overall or on topics: the differences first')
    .argument('[words...]', 'two or more meshes, or all, then optionally: on TOPIC or an area')
    .option('--on <topic>', 'a topic or an area, by id or in words')
    .addHelpText(
      'after',
      examples(
        'mesh compare istio cilium',
        'mesh compare istio linkerd --on latency-overhead',
        'mesh compare all on security',
      ),
    )
    .action((words: string[], { on, ...format }: Format & { on?: string }) =>
      answer(['compare', ...words, ...(on ? ['on', on] : [])].join(' '), format),
    )

  formatted(program.command('show'))
    .description('show one mesh: what it is, when to choose it, what changed')
    .argument('<mesh...>', 'the mesh')
    .addHelpText('after', examples('mesh show linkerd', 'mesh show istio --json'))
    .action((words: string[], format: Format) => answer(['show', ...words].join(' '), format))

  formatted(program.command('topics'))
    .description('list everything that can be asked about')
    .addHelpText('after', examples('mesh topics', 'mesh topics --json'))
    .action((format: Format) => answer('topics', format))

  formatted(program.command('sources'))
    .description('list the sources behind the facts on a mesh')
    .argument('<words...>', 'the mesh, then optionally a topic')
    .addHelpText('after', examples('mesh sources cilium', 'mesh sources istio retries'))
    .action((words: string[], format: Format) => answer(['sources', ...words].join(' '), format))

  for (const [name, description] of Object.entries(suggested)) {
    formatted(program.command(name, { hidden: true }))
      .description(description)
      .argument('[words...]')
      .action((words: string[], format: Format) => answer([name, ...words].join(' '), format))
  }
}

/** Commands that answers suggest: help leaves them out, as a question says the same more easily. */
const suggested = {
  fact: 'what meshes do on a topic: fact MESH on TOPIC',
  best: 'the meshes in order on a topic: best TOPIC',
  worst: 'the meshes in order on a topic, the weakest first: worst TOPIC',
  define: 'what a term means: define TERM',
  migrate: 'what to weigh on the way from one mesh to another: migrate FROM TO',
} as const

export const examples = (...lines: string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`

/** Prints the answer to a command, as Slack would get it. Throws UsageError with what to type instead. */
export function answerCommand(io: Io, text: string, format: Format): void {
  const { reply, workbench } = replyTo(io, text)
  emitReply(io, format, workbench, reply)
}

/** The answer to a command. Throws UsageError with what to type instead. */
export function replyTo(io: Io, text: string): { reply: Reply; workbench: Workbench } {
  const workbench = openWorkbench(io)
  const reply = workbench.meshwise.command(text)
  if (reply.answer.kind === 'clarify') throw new UsageError(unclear(reply))
  return { reply, workbench }
}

function emitReply(io: Io, format: Format, { catalogue, knowledge }: Workbench, reply: Reply): void {
  const page = pageOf(reply.answer, reply.command, catalogue)
  emit(io, format, page, commandJson(reply, toText(page), knowledge))
}

/** What is wrong with a command, and what to type instead. */
function unclear({ answer }: Reply): string {
  const instead = answer.suggestions.map(({ command }) => `  mesh ${command}`)
  return instead.length > 0 ? `${answer.headline}\nTry:\n${instead.join('\n')}` : answer.headline
}

import { Command, CommanderError } from 'commander'
import { StartError } from '../errors.ts'
import { printable } from '../printable.ts'
import { BrokenKnowledge, Failure, Interrupted, UsageError } from './failures.ts'
import type { Io } from './io.ts'

/**
 * Carries out one command line (without node and script) and gives its exit code: 0 for an answer, 2 for a usage error,
 * 1 for a failure, 130 where somebody broke it off. What was asked for goes to stdout, errors alone to stderr.
 */
export async function run(argv: readonly string[], given: Io): Promise<number> {
  const io = unsteered(given)
  try {
    await (await programOf(io, argv[0])).parseAsync([...argv], { from: 'user' })
    return 0
  } catch (error) {
    return exitCodeOf(error, io)
  }
}

/** Nothing that anybody wrote, in a question, a file or a correction, steers the terminal. */
const unsteered = (io: Io): Io => ({
  ...io,
  write: (text) => io.write(printable(text, io.color)),
  writeError: (text) => io.writeError(printable(text)),
})

/** Adds commands to the program. */
type Adds = (program: Command, io: Io) => void

/** What adds the commands that have a file of their own, by name: what isn't asked for isn't loaded. */
const files: ReadonlyMap<string, () => Promise<Adds>> = new Map([
  ['ask', async () => (await import('./commands/ask-command.ts')).addAskCommand],
  ['slash', async () => (await import('./commands/slash-command.ts')).addSlashCommand],
  ['recommend', async () => (await import('./commands/recommend-command.ts')).addRecommendCommand],
  ['estimate', async () => (await import('./commands/estimate-command.ts')).addEstimateCommand],
  ['diagram', async () => (await import('./commands/diagram-command.ts')).addDiagramCommand],
  ['knowledge', async () => (await import('./commands/knowledge-commands.ts')).addKnowledgeCommands],
  ['database', async () => (await import('./commands/database-commands.ts')).addDatabaseCommands],
])

/** Adds the command of a name, or all of them where there is no such one: for the help, and to say what there is. */
async function addCommands(program: Command, io: Io, name: string | undefined): Promise<void> {
  const own = name === undefined ? undefined : files.get(name)
  if (own) {
    const add = await own()
    return add(program, io)
  }
  const { addAnswerCommands } = await import('./commands/answer-commands.ts')
  addAnswerCommands(program, io)
  if (program.commands.some((command) => command.name() === name)) return
  for (const load of files.values()) {
    const add = await load()
    add(program, io)
  }
  const { addCompletionCommand } = await import('./commands/completion-command.ts')
  addCompletionCommand(program, io)
}

/** The program, with the command that is asked for. */
async function programOf(io: Io, name: string | undefined): Promise<Command> {
  const program = new Command('mesh')
    .description('Compares Kubernetes service meshes from checked, sourced facts.')
    .version(io.version, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: io.write,
      writeErr: io.writeError,
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .showHelpAfterError('(mesh --help shows what there is)')
    .addHelpText('after', overview)
  await addCommands(program, io, name)
  return program
}

const overview = `
Examples:
  mesh compare istio cilium
  mesh compare istio linkerd --on latency-overhead
  mesh ask "does linkerd do rate limiting?"
  mesh show consul
  mesh recommend
  mesh estimate --pods 500 --nodes 20 --l7
  mesh diagram istio ambient --out ambient.png
  mesh topics --json
  mesh knowledge check

Every command has --json for data and, but for knowledge export, --blocks for the message that Slack would get.
The exit code is 0 for an answer, 2 for a usage error, 1 for a failure.`

function exitCodeOf(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Interrupted) {
    io.writeError(`\n${error.message}\n`)
    return 130
  }
  if (error instanceof UsageError) {
    io.writeError(`${error.message}\n`)
    return 2
  }
  if (error instanceof BrokenKnowledge || error instanceof Failure || error instanceof StartError) {
    io.writeError(`${error.message}\n`)
    return 1
  }
  io.writeError(`mesh: ${error instanceof Error ? error.message : String(error)}\n`)
  return 1
}

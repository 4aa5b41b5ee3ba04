import { Command, CommanderError } from 'commander'
import { StartError } from '../errors.ts'
import { addAnswerCommands } from './commands/answer-commands.ts'
import { addAskCommand } from './commands/ask-command.ts'
import { addCompletionCommand } from './commands/completion-command.ts'
import { addDatabaseCommands } from './commands/database-commands.ts'
import { addDiagramCommand } from './commands/diagram-command.ts'
import { addEstimateCommand } from './commands/estimate-command.ts'
import { addKnowledgeCommands } from './commands/knowledge-commands.ts'
import { addRecommendCommand } from './commands/recommend-command.ts'
import { addSlashCommand } from './commands/slash-command.ts'
import { BrokenKnowledge, Failure, Interrupted, UsageError } from './failures.ts'
import type { Io } from './io.ts'

/**
 * Carries out one command line (without node and script) and gives its exit code: 0 for an answer, 2 for a usage error,
 * 1 for a failure, 130 where somebody broke it off. What was asked for goes to stdout, errors alone to stderr.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    await programOf(io).parseAsync([...argv], { from: 'user' })
    return 0
  } catch (error) {
    return exitCodeOf(error, io)
  }
}

function programOf(io: Io): Command {
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
  addAnswerCommands(program, io)
  addAskCommand(program, io)
  addSlashCommand(program, io)
  addRecommendCommand(program, io)
  addEstimateCommand(program, io)
  addDiagramCommand(program, io)
  addKnowledgeCommands(program, io)
  addDatabaseCommands(program, io)
  addCompletionCommand(program, io)
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

import { Argument, type Command } from 'commander'
import { completionScript, type Shell, shells } from '../completion.ts'
import { BrokenKnowledge } from '../failures.ts'
import type { Io } from '../io.ts'
import { examples } from './answer-commands.ts'

/** `mesh completion`: what makes a shell complete commands, meshes and topics. */
export function addCompletionCommand(program: Command, io: Io): void {
  program
    .command('completion')
    .description('print a script by which a shell completes commands, meshes and topics')
    .addArgument(new Argument('<shell>').choices(shells))
    .addHelpText(
      'after',
      `\nPrint it anew when meshes or topics have been added.
${examples(
  'mesh completion bash > ~/.local/share/bash-completion/completions/mesh',
  'mesh completion zsh >> ~/.zshrc',
  'mesh completion fish > ~/.config/fish/completions/mesh.fish',
)}`,
    )
    .action(async (shell: Shell) => {
      const loaded = await io.load()
      if (!loaded.ok) throw new BrokenKnowledge(loaded.problems)
      const { meshes, topics } = loaded.knowledge
      const named = meshes.map(({ id }) => id)
      const commands = program
        .createHelp()
        .visibleCommands(program)
        .map((command) => ({
          name: command.name(),
          does: command.description(),
          words: [
            ...command.commands.map((one) => one.name()),
            ...command.options.map(({ long }) => long ?? '').filter(Boolean),
            ...(command.registeredArguments.length > 0 && command.name() !== 'help' ? named : []),
          ],
        }))
      io.write(completionScript(shell, { commands, topics: topics.map(({ id }) => id) }))
    })
}

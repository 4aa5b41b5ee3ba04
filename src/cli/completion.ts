/** A command of the terminal, with what may follow its name. */
export interface Completed {
  readonly name: string
  readonly does: string
  /** Options, subcommands and names. */
  readonly words: readonly string[]
}

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

interface Completions {
  readonly commands: readonly Completed[]
  /** What may follow "on". */
  readonly topics: readonly string[]
}

/** The script by which a shell completes `mesh`: all that it offers stands in it, so that a press of Tab starts nothing. */
export function completionScript(shell: Shell, completions: Completions): string {
  switch (shell) {
    case 'bash':
      return bash(completions)
    case 'zsh':
      return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bash(completions)}`
    case 'fish':
      return fish(completions)
  }
}

const bash = ({ commands, topics }: Completions): string => `_mesh() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')} --help --version"
  else
    case "$previous" in
      on|--on) words="${topics.join(' ')}" ;;
      --requirements|--out) COMPREPLY=($(compgen -f -- "$current")); return ;;
      *)
        case "\${COMP_WORDS[1]}" in
${commands.map(({ name, words }) => `          ${name}) words="${words.join(' ')}" ;;`).join('\n')}
        esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _mesh mesh
`

const fish = ({ commands, topics }: Completions): string =>
  [
    'complete -c mesh -f',
    ...commands.map(
      ({ name, does }) => `complete -c mesh -n __fish_use_subcommand -a ${quoted(name)} -d ${quoted(does)}`,
    ),
    ...commands.map(
      ({ name, words }) =>
        `complete -c mesh -n ${quoted(`__fish_seen_subcommand_from ${name}; and not __fish_prev_arg_in on --on`)} -a ${quoted(words.join(' '))}`,
    ),
    `complete -c mesh -n ${quoted('__fish_prev_arg_in on --on')} -a ${quoted(topics.join(' '))}`,
    '',
  ].join('\n')

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`

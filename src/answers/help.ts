import { usages } from '../commands/command.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { listed } from '../wording.ts'
import type { HelpAnswer } from './answer.ts'

/** How to use Meshwise, with the command nearest to one that does not exist. */
export function answerHelp(knowledge: Knowledge, unknown?: string, nearest?: string): HelpAnswer {
  const [first, second] = knowledge.meshes
  const names = listed(knowledge.meshes.map(({ name }) => name))
  return {
    kind: 'help',
    understood: 'Help',
    headline: unknown
      ? `There is no command "${unknown}"${nearest ? `: did you mean "${nearest}"?` : '.'}`
      : `I compare ${names} by dated, sourced facts, without a language model.`,
    commands: Object.values(usages),
    suggestions: [
      ...(nearest && nearest in usages ? [{ label: `Try ${nearest}`, command: exampleOf(nearest, knowledge) }] : []),
      ...(first && second
        ? [{ label: `Compare ${first.name} and ${second.name}`, command: `compare ${first.id} ${second.id}` }]
        : []),
      { label: 'All topics', command: 'topics' },
    ],
  }
}

function exampleOf(name: string, { meshes: [first, second] }: Knowledge): string {
  switch (name) {
    case 'compare':
      return `compare ${first?.id} ${second?.id}`
    case 'show':
    case 'sources':
      return `${name} ${first?.id}`
    case 'ask':
      return 'ask Which one is the easiest to install?'
    default:
      return name
  }
}

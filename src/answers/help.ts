import { closest } from '../closest.ts'
import { compareMeshes, topicsCommand } from '../commands/make.ts'
import type { Usage } from '../commands/usage.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { slipsBetween } from '../slips.ts'
import { listed } from '../wording.ts'
import type { HelpAnswer } from './answer.ts'

/** How many letters a mistyped command may be off. */
const mostSlips = 2

/** The command that a mistyped one was meant to be, if one is near enough. */
export function nearestCommand(typed: string, names: Iterable<string>): string | undefined {
  const nearest = closest(typed, [...names])
  return nearest !== undefined && slipsBetween(typed, nearest, mostSlips) !== undefined ? nearest : undefined
}

/** How to use Meshwise: all commands, or the one that is asked about; of one that doesn't exist, which is nearest. */
export function answerHelp(knowledge: Knowledge, usages: ReadonlyMap<string, Usage>, about?: string): HelpAnswer {
  const [first, second] = knowledge.meshes
  const asked = about === undefined ? undefined : usages.get(about)
  const nearest = about === undefined || asked ? undefined : nearestCommand(about, usages.keys())
  const example = (nearest === undefined ? asked : usages.get(nearest))?.example(knowledge)
  return {
    kind: 'help',
    understood: 'Help',
    headline: headline(knowledge, about, asked, nearest),
    commands: [...usages.values()].map(({ usage, does }) => ({ usage, does })),
    suggestions: [
      ...(example ? [{ label: `Try ${nearest ?? about}`, command: example }] : []),
      ...(first && second
        ? [{ label: `Compare ${first.name} and ${second.name}`, command: compareMeshes([first.id, second.id]) }]
        : []),
      { label: 'All topics', command: topicsCommand },
    ],
  }
}

function headline(
  { meshes }: Knowledge,
  about: string | undefined,
  asked: Usage | undefined,
  nearest: string | undefined,
): string {
  if (asked) return `${asked.usage}: ${asked.does}.`
  if (about !== undefined) return `There is no command "${about}"${nearest ? `: did you mean "${nearest}"?` : '.'}`
  return `I compare ${listed(meshes.map(({ name }) => name))} by dated, sourced facts, without a language model.`
}

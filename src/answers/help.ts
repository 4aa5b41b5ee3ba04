import { closest } from '../closest.ts'
import { compareMeshes, helpCommand, topicsCommand } from '../commands/make.ts'
import type { Usage } from '../commands/usage.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type SmallTalk, smallTalks } from '../questions/aside.ts'
import { slipsBetween } from '../slips.ts'
import { listed, showDate } from '../wording.ts'
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
  const talk = smallTalks.find((one) => one === about)
  if (talk) return smallTalk(knowledge, talk)
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

/** A short reply to what is no question about meshes. */
function smallTalk(knowledge: Knowledge, talk: SmallTalk): HelpAnswer {
  return {
    kind: 'help',
    understood: 'Hello',
    headline: reply(knowledge, talk),
    commands: [],
    suggestions: talk === 'thanks' ? [] : [{ label: 'What I can do', command: helpCommand }],
  }
}

function reply({ meshes, topics }: Knowledge, talk: SmallTalk): string {
  const names = listed(meshes.map(({ name }) => name))
  switch (talk) {
    case 'hello':
      return `Hello! Ask me about ${names}: what they do, need and cost, or which of them fits you.`
    case 'thanks':
      return "You're welcome."
    case 'abilities':
      return `I answer questions about ${names} on ${topics.length} topics from sourced facts: I compare them, say what one would cost your cluster, and recommend one for what you need.`
    case 'maker':
      return 'I am Meshwise, an open source bot about Kubernetes service meshes; my facts are files that anybody can read and correct.'
    case 'freshness': {
      const checks = meshes.flatMap(({ facts }) => Object.values(facts).map(({ checked }) => checked)).sort()
      const [oldest, newest] = [checks[0], checks.at(-1)]
      if (oldest === undefined || newest === undefined)
        return 'Every answer names the day on which its facts were checked.'
      return `My facts were checked between ${showDate(oldest)} and ${showDate(newest)}, and every answer names the day of its own.`
    }
    case 'machine':
      return 'I am a program without a language model: I look your question up in checked facts, word for word the same each time, and say so when I have none.'
  }
}

import type { SourcesAnswer } from '../answers/answer.ts'
import type { CitedSource } from '../facts/fact.ts'
import { checkedSince } from '../facts/resolve.ts'
import { inSentence, showDate } from '../wording.ts'
import { choiceRows } from './choices.ts'
import { type Laid, leadOf, type Prose } from './page.ts'
import { showPublisher } from './words.ts'

/** The documents that facts rest on, each with the topics that it serves. */
export function sourcesPage(answer: SourcesAnswer): Laid {
  const [only, ...others] = answer.entries
  const single = only && others.length === 0 ? only : undefined
  const oldest = checkedSince(answer.entries)
  return {
    understood: single ? `${answer.understood} · ${single.topic.name}` : answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      {
        kind: 'list',
        items: bySource(answer).map(({ source, topics }) => [
          ...cite(source),
          ...(single ? [] : [`: ${topics.map(inSentence).join(', ')}`]),
        ]),
        cap: 12,
        more: 'Add a topic, as in sources istio retries, to see those of it.',
      },
      ...(oldest
        ? [{ kind: 'note', text: [`Checked ${showDate(oldest)}${single ? '' : ' or later'}.`] } as const]
        : []),
    ],
    choices: choiceRows(answer.suggestions),
  }
}

const cite = (source: CitedSource): Prose => [
  { text: source.title, url: source.url },
  ` (${showPublisher(source)}; ${source.date})`,
]

/** Each source with the topics that it serves, those that serve most first. */
function bySource({ entries }: SourcesAnswer): { source: CitedSource; topics: string[] }[] {
  const uses = entries.flatMap(({ topic, sources }) => sources.map((source) => ({ source, topic: topic.name })))
  const groups = [...Map.groupBy(uses, ({ source }) => source.id).values()].sort((a, b) => b.length - a.length)
  return groups.flatMap((group) => {
    const [first] = group
    return first ? [{ source: first.source, topics: group.map(({ topic }) => topic) }] : []
  })
}

import type { Said } from '../answers/answer.ts'
import { findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import { inSentence } from '../wording.ts'
import type { Command, Doubt, Kind } from './command.ts'
import { compareMeshes, factOn } from './make.ts'

/** What was asked in doubt. */
interface Asked {
  readonly kind: Kind
  readonly meshes: readonly string[]
  readonly topics: readonly string[]
}

/** What a doubt changes in an answer: it says how the question was read, and offers the next readings. */
export function doubtful(
  { perhaps }: Doubt,
  asked: Asked,
  { headline, understood, suggestions }: Said,
  knowledge: Knowledge,
): Pick<Said, 'headline' | 'askBack' | 'suggestions'> {
  const others = perhaps.flatMap((id) => findTopic(knowledge, id) ?? [])
  const [topic, ...more] = asked.topics.flatMap((id) => findTopic(knowledge, id) ?? [])
  const isHedged = asked.kind === 'fact' && topic !== undefined && more.length === 0
  return {
    // What may have been another question is not answered as if it were none.
    headline: isHedged ? `If you mean ${inSentence(topic.title)}: ${unlabelled(headline, topic.title)}` : headline,
    askBack: [
      `I read this as ${understood}.`,
      ...(others.length > 0 ? [`Did you mean ${others.map(({ title }) => inSentence(title)).join(' or ')}?`] : []),
    ].join(' '),
    suggestions: [...others.map(({ id, title }) => ({ label: title, command: sameOn(asked, id) })), ...suggestions],
  }
}

/** What several meshes are told by begins with the topic, which the doubt names already. */
const unlabelled = (headline: string, title: string): string =>
  headline.startsWith(`${title}: `) ? headline.slice(title.length + 2) : headline

/** The same question on another topic. */
const sameOn = ({ kind, meshes }: Asked, topic: string): Command =>
  kind === 'compare' ? compareMeshes(meshes, topic) : factOn(meshes, topic)

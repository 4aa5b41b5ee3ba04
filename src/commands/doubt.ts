import type { Said } from '../answers/answer.ts'
import { findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import { inSentence } from '../wording.ts'
import type { Command, Doubt, Kind } from './command.ts'
import { compareMeshes, factOn } from './make.ts'

/** What was asked in doubt. */
interface Asked {
  readonly kind: Kind
  readonly meshes: readonly string[]
}

/** What a doubt changes in an answer: it says how the question was read, and offers the next readings. */
export function doubtful(
  { unsure, perhaps }: Doubt,
  asked: Asked,
  { understood, headline, suggestions }: Said,
  knowledge: Knowledge,
): Pick<Said, 'headline' | 'askBack' | 'suggestions'> {
  const others = perhaps.flatMap((id) => findTopic(knowledge, id) ?? [])
  return {
    headline: unsure ? `I am not sure that I have that. The nearest is ${understood}.` : headline,
    askBack: `I read this as ${understood}. Did you mean ${others.map(({ title }) => inSentence(title)).join(' or ')}?`,
    suggestions: [...others.map(({ id, title }) => ({ label: title, command: sameOn(asked, id) })), ...suggestions],
  }
}

/** The same question on another topic. */
const sameOn = ({ kind, meshes }: Asked, topic: string): Command =>
  kind === 'compare' ? compareMeshes(meshes, topic) : factOn(meshes, topic)

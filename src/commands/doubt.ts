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
  { perhaps }: Doubt,
  asked: Asked,
  { understood, suggestions }: Said,
  knowledge: Knowledge,
): Pick<Said, 'askBack' | 'suggestions'> {
  const others = perhaps.flatMap((id) => findTopic(knowledge, id) ?? [])
  return {
    askBack: `I read this as ${understood}. Did you mean ${others.map(({ title }) => inSentence(title)).join(' or ')}?`,
    suggestions: [...others.map(({ id, title }) => ({ label: title, command: sameOn(asked, id) })), ...suggestions],
  }
}

/** The same question on another topic. */
const sameOn = ({ kind, meshes }: Asked, topic: string): Command =>
  kind === 'compare' ? compareMeshes(meshes, topic) : factOn(meshes, topic)

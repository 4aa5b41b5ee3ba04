import { resolveFacts } from '../src/facts/facts.ts'
import { linesOf } from '../src/facts/lines.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'

/** A text that only teaches its topic: what is said of it may be meant in more ways than one. */
export interface TopicText {
  readonly q: string
  readonly topic: string
  /** What it counts beside a question. */
  readonly weight: number
}

/** What the knowledge says has the words of questions, but not their turn of phrase. Found by the questions found in public. */
const saidWeight = 0.3

/**
 * All that the knowledge itself says of its topics: their titles, words, meanings and phrasings, and every line of their
 * facts. Beside the questions it teaches the names of settings, resources and limits that nobody thought to ask with.
 */
export function topicTexts(knowledge: Knowledge): TopicText[] {
  const facts = resolveFacts(knowledge)
  return knowledge.topics.flatMap(({ id, title, meaning, words, phrasings }) => [
    ...phrasings.map((q) => ({ q, topic: id, weight: 1 })),
    ...[title, meaning, ...words].map((q) => ({ q, topic: id, weight: saidWeight })),
    ...knowledge.meshes.flatMap((mesh) =>
      linesOf(facts.of(mesh.id, id)).map(({ text }) => ({
        q: `${mesh.name}: ${text}`,
        topic: id,
        weight: saidWeight,
      })),
    ),
  ])
}

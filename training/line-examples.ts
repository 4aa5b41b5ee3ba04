import type { Facts } from '../src/facts/facts.ts'
import { linesOf } from '../src/facts/lines.ts'
import { findMesh, findTopic, type Knowledge } from '../src/knowledge/knowledge.ts'
import { askedOfLines } from '../src/lines/asked.ts'
import { likelyTopics } from '../src/lines/likely-topics.ts'
import { askedOf } from '../src/questions/aspect.ts'
import type { Reader } from '../src/questions/reading.ts'
import type { LabelledLine } from './data.ts'
import type { LineExample } from './train-lines.ts'

/** What examples are made with. */
interface Making {
  readonly knowledge: Knowledge
  readonly facts: Facts
  readonly reader: Reader
  /** How likely each topic is by the turn of phrase of a question, as told by questions without it. */
  readonly sharesOf: (q: string) => ReadonlyMap<string, number>
}

/**
 * The questions of which a line that answers still stands in its fact. A fact may have been reworded since, which its
 * questions outlive: they go on teaching its topic.
 */
export const lineExamples = (
  questions: readonly LabelledLine[],
  { knowledge, facts, reader, sharesOf }: Making,
): LineExample[] =>
  questions.flatMap(({ q, mesh, topic, answers }) => {
    if (!findMesh(knowledge, mesh) || !findTopic(knowledge, topic)) return []
    const right = facts.of(mesh, topic)
    const ids = linesOf(right).flatMap(({ id, text }) => (answers.includes(text) ? [id] : []))
    if (ids.length === 0) return []
    const reading = reader.read(q)
    const asked = askedOfLines(
      { ...askedOf(reading, reader.words.aspects), modes: reading.modes.map(({ value }) => value) },
      mesh,
    )
    const shares = sharesOf(q)
    const others = likelyTopics(shares).filter((id) => id !== topic)
    return [
      {
        asked,
        facts: [right, ...others.map((id) => facts.of(mesh, id))] as const,
        answers: new Set(ids),
        shares,
        group: topic,
      },
    ]
  })

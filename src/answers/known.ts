import { type Basis, basisOf } from '../advisor/basis.ts'
import type { Fact } from '../facts/fact.ts'
import { type Facts, resolveFacts } from '../facts/facts.ts'
import { type LineSearch, lineSearch } from '../facts/line-search.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Words } from '../questions/words.ts'

/** What answers are made from: the knowledge, and what is worked out of it once. */
export interface Known {
  readonly knowledge: Knowledge
  readonly facts: Facts
  /** Finds the line that words are about. */
  readonly lines: LineSearch
  /** What recommendations rest on; undefined where the knowledge has no criteria. */
  readonly basis: Basis | undefined
}

/**
 * Works out of some knowledge all that answers need: to be done once, when it is loaded. `sameWords` are those that lines
 * are found by as well as by their own.
 */
export function knownOf(knowledge: Knowledge, sameWords: Words['same'] = []): Known {
  const facts = resolveFacts(knowledge)
  const lines = lineSearch(allFacts(knowledge, facts), sameWords)
  return { knowledge, facts, lines, basis: basisOf(knowledge, facts) }
}

/** Every fact of some knowledge. */
export const allFacts = ({ meshes, topics }: Knowledge, facts: Facts): readonly Fact[] =>
  meshes.flatMap((mesh) => topics.map((topic) => facts.of(mesh.id, topic.id)))

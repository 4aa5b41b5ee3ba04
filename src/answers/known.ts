import { type Basis, basisOf } from '../advisor/basis.ts'
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
  const lines = lineSearch(facts.all, sameWords)
  return { knowledge, facts, lines, basis: basisOf(knowledge, facts) }
}

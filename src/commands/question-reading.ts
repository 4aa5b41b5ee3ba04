import type { Basis } from '../advisor/basis.ts'
import type { Prefill } from '../advisor/prefill.ts'
import type { Facts } from '../facts/facts.ts'
import type { LineSearch } from '../facts/line-search.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LineRanking } from '../lines/line-ranking.ts'
import type { Vocabulary } from '../questions/vocabulary.ts'

/** What it takes to make a command of a question. */
export interface Reading {
  readonly knowledge: Knowledge
  readonly facts: Facts
  readonly lines: LineSearch
  readonly ranking: LineRanking
  readonly vocabulary: Vocabulary
  /** Whether a text means its meshes together, rather than held against each other: it says so, or only joins them. */
  readonly togetherIn: (text: string) => 'said' | 'joined' | undefined
  /** What recommendations rest on, and what reads needs; undefined where the knowledge has no criteria. */
  readonly advice: { readonly basis: Basis; readonly prefill: Prefill } | undefined
}

/** From here on a reading is right often enough to answer without asking back. */
export const sureFrom = 0.6
/** Below this a reading is wrong more often than right. */
export const doubtfulBelow = 0.4
/** From here on the lines of a topic leave no doubt that it is meant, whatever the turn of phrase. */
export const surelyByLines = 0.85

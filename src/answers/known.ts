import { type Basis, basisOf } from '../advisor/basis.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** What answers are made from: the knowledge, and what is worked out of it once. */
export interface Known {
  readonly knowledge: Knowledge
  /** What recommendations rest on; undefined where the knowledge has no criteria. */
  readonly basis: Basis | undefined
}

/** Works out of some knowledge all that answers need. */
export const knownOf = (knowledge: Knowledge): Known => ({ knowledge, basis: basisOf(knowledge) })

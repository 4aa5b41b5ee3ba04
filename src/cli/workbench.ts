import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Meshwise } from '../meshwise.ts'
import { type Catalogue, catalogueOf } from '../pages/catalogue.ts'
import { BrokenKnowledge } from './failures.ts'
import type { Io } from './io.ts'

/** What a command needs to answer. */
export interface Workbench {
  readonly knowledge: Knowledge
  readonly catalogue: Catalogue
  readonly meshwise: Meshwise
}

/** Loads the knowledge, or throws BrokenKnowledge with everything that is wrong with it. */
export function openWorkbench(io: Io): Workbench {
  const loaded = io.load()
  if (!loaded.ok) throw new BrokenKnowledge(loaded.problems)
  const { knowledge } = loaded
  return { knowledge, catalogue: catalogueOf(knowledge), meshwise: io.createMeshwise(knowledge) }
}

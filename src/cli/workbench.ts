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

/** Loads the knowledge, or rejects with BrokenKnowledge with everything that is wrong with it. */
export async function openWorkbench(io: Io): Promise<Workbench> {
  const loaded = await io.load()
  if (!loaded.ok) throw new BrokenKnowledge(loaded.problems)
  const { knowledge } = loaded
  return { knowledge, catalogue: catalogueOf(knowledge), meshwise: await io.createMeshwise(knowledge) }
}

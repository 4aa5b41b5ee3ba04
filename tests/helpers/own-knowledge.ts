import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'

/** A day after all that the knowledge dates as past, so that nothing in it lies in the future. */
export const lateEnough = '2099-12-31'

/** The knowledge that ships, as of a day on which all of it had been checked. */
export function ownKnowledge(): Knowledge {
  const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, lateEnough)
  if (!loaded.ok) throw new Error(`the knowledge has problems: ${JSON.stringify(loaded.problems)}`)
  return loaded.knowledge
}

import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'

/** The knowledge that ships, as of a day on which all of it had been checked. */
export function ownKnowledge(): Knowledge {
  const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, '2026-12-01')
  if (!loaded.ok) throw new Error(`the knowledge has problems: ${JSON.stringify(loaded.problems)}`)
  return loaded.knowledge
}

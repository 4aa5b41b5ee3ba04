import { type Basis, basisOf } from '../../src/advisor/basis.ts'
import type { Requirements } from '../../src/advisor/requirements.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'

function ownBasis(): Basis {
  const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, lateEnough)
  const found = loaded.ok ? basisOf(loaded.knowledge) : undefined
  if (!found) throw new Error('the knowledge has problems')
  return found
}

/** Our own knowledge: recommendations are tested on the facts that they are given from. */
export const basis = ownBasis()

/** Requirements as a file has them. */
export const needs = (file: object): Requirements => basis.requirements.parse(file)

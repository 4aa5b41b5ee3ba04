import type { DesignFile } from '../knowledge/design-schema.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'

/** A design of the knowledge with its id. */
export interface Design extends DesignFile {
  readonly id: DesignId
}

/** Every design, in the order of the file. */
export const allDesigns = ({ designs }: EstimatorKnowledge): Design[] =>
  Object.entries(designs).map(([id, design]) => ({ ...design, id }))

export const findDesign = (knowledge: EstimatorKnowledge, id: string): Design | undefined =>
  allDesigns(knowledge).find((design) => design.id === id)

/**
 * The designs that fit a wish. Where layer 7 is wanted, those that do it; where it isn't, those too that do it anyway,
 * but not the ones that are there for layer 7 alone and have a sibling without.
 */
export const designsFor = (knowledge: EstimatorKnowledge, l7: boolean): Design[] =>
  allDesigns(knowledge).filter(({ readsHttp, sibling }) => (l7 ? readsHttp : !readsHttp || sibling === undefined))

/**
 * The design that somebody means by a mode of a mesh, with layer 7 or without, and the words that they said: the one
 * that a word is for, the first that stands for the mode, or the first of the mesh. Undefined for a mesh that is not
 * estimated.
 */
export function designOfMode(
  knowledge: EstimatorKnowledge,
  { mesh, mode }: { readonly mesh: string; readonly mode: string },
  l7: boolean,
  said: readonly string[],
): DesignId | undefined {
  const ofMesh = allDesigns(knowledge).filter((design) => design.mesh === mesh)
  const named = ofMesh.find(({ words }) => words.some((word) => said.includes(word)))
  if (named) return named.id
  const design = ofMesh.find(({ modes }) => modes.includes(mode)) ?? ofMesh[0]
  return l7 && !design?.readsHttp ? (design?.sibling ?? design?.id) : design?.id
}

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
 * Whether designs are there for layer 7 alone, so that naming them asks for it: undefined where they say nothing of it,
 * as a design does that reads HTTP anyway.
 */
export function layerOf(designs: readonly Design[]): 'l7' | 'l4' | undefined {
  const layers = new Set(
    designs.map(({ sibling, readsHttp }) => (sibling === undefined ? 'any' : readsHttp ? 'l7' : 'l4')),
  )
  if (layers.size !== 1) return undefined
  return layers.has('l7') ? 'l7' : layers.has('l4') ? 'l4' : undefined
}

import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { allDesigns } from './choose-design.ts'
import type { ClusterSize } from './cluster-size.ts'
import { type DesignTerms, designTerms } from './designs.ts'
import { parametersOf } from './parameters.ts'
import { type Range, without } from './range.ts'
import { sumOf } from './term.ts'

/** All memory that a design takes, in MiB, less what it takes the place of. Undefined where nobody measured it. */
export function totalMemory({ memory, displacedMemory }: Pick<DesignTerms, 'memory' | 'displacedMemory'>) {
  return lessened(sumOf(memory), sumOf(displacedMemory))
}

export const lessened = (range: Range | undefined, by: Range | undefined): Range | undefined =>
  range && by ? without(range, by) : range

/** Builds what tells all memory of a design at a size, in MiB, as its estimate does: for who needs no more of it. */
export function memoryEstimator(
  knowledge: EstimatorKnowledge,
): (design: DesignId, size: ClusterSize) => Range | undefined {
  const parameters = parametersOf(knowledge)
  const designs = new Map(allDesigns(knowledge).map((design) => [design.id, design]))
  return (id, size) => {
    const design = designs.get(id)
    return design && totalMemory(designTerms(design, size, parameters))
  }
}

import type { Knowledge, Mesh } from '../knowledge/knowledge.ts'
import { type Candidate, candidateOf, type Measure } from './candidates.ts'
import type { Need } from './needs.ts'

/** A mesh with the modes that it can be judged in. */
export interface Contender {
  readonly mesh: Mesh
  /** The candidates that it has under some needs: modes that compete with each other, or the one that is called for. */
  under(needs: readonly Need[]): readonly Candidate[]
}

/** Every mesh as a contender. */
export const contendersOf = (knowledge: Knowledge, measure: Measure): readonly Contender[] =>
  knowledge.meshes.map((mesh) => ({ mesh, under: candidatesOf(knowledge, measure, mesh) }))

function candidatesOf(knowledge: Knowledge, measure: Measure, mesh: Mesh): Contender['under'] {
  const { compete = [], calledFor = [] } = measure.rules.modes[mesh.id] ?? {}
  if (compete.length > 0) {
    const all = compete.map((id) => candidateOf(knowledge, measure, mesh, { id, shown: true, limits: true }))
    return () => all
  }
  const layer = (id: string | undefined) => [
    candidateOf(knowledge, measure, mesh, { id, shown: calledFor.length > 0, limits: false }),
  ]
  const usual = layer(Object.entries(mesh.modes).find(([, mode]) => mode.default)?.[0])
  const layers = calledFor.map(({ mode, by }) => ({ by: new Set(by), candidates: layer(mode) }))
  return (needs) => layers.find(({ by }) => needs.some(({ id }) => by.has(id)))?.candidates ?? usual
}

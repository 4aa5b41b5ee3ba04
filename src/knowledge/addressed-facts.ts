import { cellOf, type Knowledge, type Mesh, type Topic } from './knowledge.ts'
import type { Cell, ModeCell } from './schema.ts'

/** A cell, or the cell of one of its modes, with the address by which it can be named for good. */
export interface AddressedFact {
  /** `istio/retries`, or `istio/retries@ambient` for a mode. */
  readonly address: string
  readonly mesh: Mesh
  readonly topic: Topic
  readonly mode?: string
  /** What is told of it. A mode's cell stands by itself: what it leaves out is not taken from the cell above it. */
  readonly cell: Cell | ModeCell
  /** A mode without a statement of its own has that of the cell above it. */
  readonly statement: string
  /** YYYY-MM-DD. A mode is checked with its cell. */
  readonly checked: string
}

/** The facts of a mesh on a topic: its cell, then those of its modes; none where nobody has looked yet. */
export function factsOn(mesh: Mesh, topic: Topic): AddressedFact[] {
  const cell = cellOf(mesh, topic)
  if (!cell) return []
  const { statement, checked } = cell
  const address = `${mesh.id}/${topic.id}`
  return [
    { address, mesh, topic, cell, statement, checked },
    ...Object.entries(cell.modes).map(([mode, modeCell]) => ({
      address: `${address}@${mode}`,
      mesh,
      topic,
      mode,
      cell: modeCell,
      statement: modeCell.statement ?? statement,
      checked,
    })),
  ]
}

/** Every fact that ships, mesh by mesh in the order of the topics. */
export const allFacts = ({ meshes, topics }: Knowledge): AddressedFact[] =>
  meshes.flatMap((mesh) => topics.flatMap((topic) => factsOn(mesh, topic)))

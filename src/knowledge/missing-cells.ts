import { cellOf, type Knowledge } from './knowledge.ts'
import type { Problem } from './problem.ts'

/**
 * The cells that nobody has looked for yet, as problems. Other people's facts may have such gaps, and say so where they
 * show; ours may not.
 */
export const missingCells = ({ meshes, topics }: Pick<Knowledge, 'meshes' | 'topics'>): readonly Problem[] =>
  meshes.flatMap((mesh) =>
    topics
      .filter((topic) => !cellOf(mesh, topic))
      .map(({ id }) => ({
        file: `meshes/${mesh.id}.yaml`,
        line: 0,
        field: 'facts',
        message: `no cell for the topic "${id}": look for it, and if nothing is found say support "unknown" and where you looked`,
      })),
  )

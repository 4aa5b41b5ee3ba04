import type { Draft } from '../../draft.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const diagramParts: Rule = {
  name: 'diagram-parts',
  description: 'a diagram is of a mesh and a mode of it that exist, and its flows join parts that it has',
  check: ({ diagrams, meshes }) =>
    Object.entries(diagrams.data.diagrams).flatMap(([id, { mesh, mode, components, flows }]) => [
      ...subjectProblems({ diagrams, meshes }, id, mesh, mode),
      ...flows.flatMap((flow, index) =>
        (['from', 'to'] as const).flatMap((end) =>
          flow[end] in components
            ? []
            : [diagrams.problem(['diagrams', id, 'flows', index, end], `the diagram has no part "${flow[end]}"`)],
        ),
      ),
    ]),
}

function subjectProblems(
  { diagrams, meshes }: Pick<Draft, 'diagrams' | 'meshes'>,
  id: string,
  mesh: string,
  mode: string,
): Problem[] {
  const file = meshes.get(mesh)
  if (!file) return [diagrams.problem(['diagrams', id, 'mesh'], `no mesh with the id "${mesh}"`)]
  return Object.hasOwn(file.data.modes, mode)
    ? []
    : [diagrams.problem(['diagrams', id, 'mode'], `no mode of ${mesh} with the id "${mode}"`)]
}

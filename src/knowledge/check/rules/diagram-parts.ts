import type { Rule } from '../rule.ts'

export const diagramParts: Rule = {
  name: 'diagram-parts',
  description: 'a diagram is of a mesh that exists, and its flows join parts that it has',
  check: ({ diagrams, meshes }) =>
    Object.entries(diagrams.data.diagrams).flatMap(([id, { mesh, components, flows }]) => [
      ...(meshes.has(mesh) ? [] : [diagrams.problem(['diagrams', id, 'mesh'], `no mesh with the id "${mesh}"`)]),
      ...flows.flatMap((flow, index) =>
        (['from', 'to'] as const).flatMap((end) =>
          flow[end] in components
            ? []
            : [diagrams.problem(['diagrams', id, 'flows', index, end], `the diagram has no part "${flow[end]}"`)],
        ),
      ),
    ]),
}

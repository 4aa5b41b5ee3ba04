import { type DesignFile, totals } from '../../design-schema.ts'
import type { Draft } from '../../draft.ts'
import type { DrawingFile } from '../../drawing-schema.ts'
import type { Path } from '../../path.ts'
import type { Problem } from '../../problem.ts'
import { missing, type Rule } from '../rule.ts'

export const designParts: Rule = {
  name: 'design-parts',
  description:
    'a design is of a mesh and modes that exist; its terms name parameters in their unit, its sibling names it back, and its drawing joins boxes that it has',
  check: (draft) =>
    Object.entries(draft.estimator.data.designs).flatMap(([id, design]) => [
      ...subjectProblems(draft, id, design),
      ...siblingProblems(draft, id, design),
      ...termProblems(draft, id, design),
      ...comparisonProblems(draft, id, design),
      ...drawingProblems(draft, ['designs', id, 'drawing'], design.drawing),
      ...Object.entries(design.drawnModes).flatMap(([mode, { drawing }]) => {
        const path = ['designs', id, 'drawnModes', mode]
        return [
          ...missing(draft.estimator, path, mode, new Set(design.modes), 'mode of this design'),
          ...drawingProblems(draft, [...path, 'drawing'], drawing),
        ]
      }),
    ]),
}

function subjectProblems({ estimator, meshes }: Draft, id: string, { mesh, modes }: DesignFile): Problem[] {
  const file = meshes.get(mesh)
  if (!file) return missing(estimator, ['designs', id, 'mesh'], mesh, new Set(), 'mesh')
  const known = new Set(Object.keys(file.data.modes))
  return modes.flatMap((mode, at) => missing(estimator, ['designs', id, 'modes', at], mode, known, `mode of ${mesh}`))
}

/** Two siblings are of one mesh, name each other, and one of them does layer 7. */
function siblingProblems({ estimator }: Draft, id: string, { mesh, sibling, readsHttp }: DesignFile): Problem[] {
  if (sibling === undefined) return []
  const path = ['designs', id, 'sibling']
  const [, other] = Object.entries(estimator.data.designs).find(([one]) => one === sibling) ?? []
  if (!other) return missing(estimator, path, sibling, new Set(), 'design')
  return [
    ...(other.mesh === mesh ? [] : [estimator.problem(path, `"${sibling}" is of another mesh`)]),
    ...(other.sibling === id ? [] : [estimator.problem(path, `"${sibling}" doesn't name "${id}" as its sibling`)]),
    ...(other.readsHttp !== readsHttp ? [] : [estimator.problem(path, 'of two siblings just one may do layer 7')]),
  ]
}

function termProblems({ estimator }: Draft, id: string, design: DesignFile): Problem[] {
  const { parameters } = estimator.data
  const inUnit = (path: Path, parameter: string | undefined, unit: string): Problem[] => {
    if (parameter === undefined) return []
    const known = parameters[parameter]
    if (!known) return missing(estimator, path, parameter, new Set(), 'parameter')
    return known.unit === unit ? [] : [estimator.problem(path, `"${parameter}" is in ${known.unit}, not in ${unit}`)]
  }
  const hasWaypoints = totals.some(({ total }) => design.terms[total].some(({ by }) => by?.endsWith('waypoints')))
  return [
    ...(hasWaypoints && design.waypointLoad === undefined
      ? [
          estimator.problem(
            ['designs', id],
            'has terms by waypoints: say by which parameter these are loaded, as waypointLoad',
          ),
        ]
      : []),
    ...inUnit(['designs', id, 'waypointLoad'], design.waypointLoad, 'vCPU'),
    ...totals.flatMap(({ total, unit }) =>
      design.terms[total].flatMap(({ parameter, atLeast }, at) => [
        ...inUnit(['designs', id, 'terms', total, at, 'parameter'], parameter, unit),
        ...inUnit(['designs', id, 'terms', total, at, 'atLeast'], atLeast, unit),
      ]),
    ),
  ]
}

/** What is compared by pods on a node has memory that goes with pods, or with nodes. */
function comparisonProblems({ estimator }: Draft, id: string, { breakEven, placement, terms }: DesignFile): Problem[] {
  const some = terms.memory.some(
    ({ plane, by }) => plane === 'data' && (placement === 'pod' ? by === 'pods' : by === 'nodes'),
  )
  return breakEven && !some
    ? [estimator.problem(['designs', id, 'breakEven'], `no term of its memory in the data plane is by ${placement}s`)]
    : []
}

/** Boxes that every drawing has of itself. */
const ownBoxes = ['app', 'pod', 'kernel', 'node', 'machines', 'vm-app', 'vm-proxy', 'control-plane']

function drawingProblems({ estimator }: Draft, path: Path, { boxes, arrows, machine }: DrawingFile): Problem[] {
  const known = new Set(Object.keys(boxes))
  const ends = new Set([...known, 'app'])
  return [
    ...ownBoxes.flatMap((box) =>
      known.has(box)
        ? [estimator.problem([...path, 'boxes', box], `"${box}" is drawn of itself: take another id`)]
        : [],
    ),
    ...arrows.flatMap((arrow, at) =>
      (['from', 'to'] as const).flatMap((end) =>
        missing(estimator, [...path, 'arrows', at, end], arrow[end], ends, 'box'),
      ),
    ),
    ...(machine ? missing(estimator, [...path, 'machine', 'from'], machine.from, known, 'box') : []),
  ]
}

import type { Draft } from '../../draft.ts'
import type { Path } from '../../path.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const neighbourParts: Rule = {
  name: 'neighbour-parts',
  description: 'a neighbour names meshes and topics that exist, an ambiguous word neighbours; no end lies ahead unsaid',
  check: (draft, today) => [...missing(draft), ...endsAhead(draft, today)],
}

function missing({ neighbours, meshes, topics }: Draft): Problem[] {
  const need = (known: boolean, path: Path, what: string, id: string) =>
    known ? [] : [neighbours.problem(path, `no ${what} with the id "${id}"`)]
  const { neighbours: entries, ambiguous } = neighbours.data
  return [
    ...Object.entries(entries).flatMap(([id, { basedOn, relations }]) => {
      const at = ['neighbours', id]
      return [
        ...(basedOn === undefined ? [] : need(meshes.has(basedOn), [...at, 'basedOn'], 'mesh', basedOn)),
        ...relations.flatMap(({ mesh, topic }, index) => [
          ...need(meshes.has(mesh), [...at, 'relations', index, 'mesh'], 'mesh', mesh),
          ...(topic === undefined
            ? []
            : need(Object.hasOwn(topics.data.topics, topic), [...at, 'relations', index, 'topic'], 'topic', topic)),
        ]),
      ]
    }),
    ...ambiguous.flatMap(({ ids }, index) =>
      ids.flatMap((id, place) => need(Object.hasOwn(entries, id), ['ambiguous', index, 'ids', place], 'neighbour', id)),
    ),
  ]
}

/** An end that is announced may lie ahead; whatever else a state dates has happened. */
const endsAhead = ({ neighbours }: Draft, today: string): Problem[] =>
  Object.entries(neighbours.data.neighbours).flatMap(([id, { state }]) =>
    state.is !== 'announced-end' && state.date !== undefined && state.date > today
      ? [neighbours.problem(['neighbours', id, 'state', 'date'], `${state.date} lies in the future`)]
      : [],
  )

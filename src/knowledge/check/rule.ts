import type { Document } from '../document.ts'
import type { Draft } from '../draft.ts'
import type { Path } from '../path.ts'
import type { Problem } from '../problem.ts'
import type { Cell, Figure, MeshFile, ModeCell } from '../schema.ts'

/** One thing that must be true of the knowledge as a whole. `today` is a date as YYYY-MM-DD. */
export interface Rule {
  readonly name: string
  readonly description: string
  check(draft: Draft, today: string): readonly Problem[]
}

/** Every cell of every mesh, and each cell of a mode under it, with the path that leads to it. */
export function* cellsOf(draft: Draft): Generator<{
  document: Document<MeshFile>
  topicId: string
  cell: Cell | ModeCell
  path: Path
}> {
  for (const document of draft.meshes.values()) {
    for (const [topicId, cell] of Object.entries(document.data.facts)) {
      yield { document, topicId, cell, path: ['facts', topicId] }
      for (const [modeId, modeCell] of Object.entries(cell.modes)) {
        yield { document, topicId, cell: modeCell, path: ['facts', topicId, 'modes', modeId] }
      }
    }
  }
}

/** The figures that a cell rests on, wherever they are declared; ids that lead nowhere are another rule's finding. */
export const figuresOf = (draft: Draft, document: Document<MeshFile>, cell: Cell | ModeCell): Figure[] =>
  cell.figures.flatMap((id) => document.data.figures[id] ?? draft.measurements.data.figures[id] ?? [])

export interface StringInside {
  readonly text: string
  readonly path: Path
}

/** Every string in a value, with the path that leads to it. */
export function stringsIn(value: unknown): readonly StringInside[] {
  const found: StringInside[] = []
  // A list that is filled: generators inside generators make this, which sees every string there is, ten times slower.
  const collect = (inside: unknown, path: Path): void => {
    if (typeof inside === 'string') found.push({ text: inside, path })
    else if (Array.isArray(inside)) for (const [index, item] of inside.entries()) collect(item, [...path, index])
    else if (typeof inside === 'object' && inside !== null) {
      for (const [key, item] of Object.entries(inside)) collect(item, [...path, key])
    }
  }
  collect(value, [])
  return found
}

/** The problem, if an id that is named at a path is not among those that there are. */
export const missing = (
  document: Document<object>,
  path: Path,
  id: string,
  known: ReadonlySet<string>,
  what: string,
): Problem[] => (known.has(id) ? [] : [document.problem(path, `no ${what} with the id "${id}"`)])

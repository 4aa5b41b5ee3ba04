import type { Document, Problem } from '../document.ts'
import type { Draft } from '../draft.ts'
import type { Path } from '../path.ts'
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

/** Every string in a value, with the path that leads to it. */
export function* stringsIn(value: unknown, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path }
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* stringsIn(item, [...path, index])
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* stringsIn(item, [...path, key])
  }
}

/** The problem, if an id that is named at a path is not among those that there are. */
export const missing = (
  document: Document<object>,
  path: Path,
  id: string,
  known: ReadonlySet<string>,
  what: string,
): Problem[] => (known.has(id) ? [] : [document.problem(path, `no ${what} with the id "${id}"`)])

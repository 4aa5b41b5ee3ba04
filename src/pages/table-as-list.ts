import type { List, Prose, Table } from './page.ts'

/** Each row as a line: its first cell, then the others with the names of their columns. */
export function tableAsList({ heading, header, rows, cap }: Table): List {
  const items = rows.map(([first = [], ...cells]): Prose => {
    const told = cells.flatMap(
      (cell, index): Prose => [
        index === 0 ? ': ' : '; ',
        ...(cells.length > 1 ? [`${header[index + 1] ?? ''}: `] : []),
        ...cell,
      ],
    )
    return [...first, ...told]
  })
  return { kind: 'list', heading, items, cap }
}

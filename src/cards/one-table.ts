import { limits } from './limits.ts'
import type { List, Part, Prose, Table } from './page.ts'

/** One message holds one table, of at most so many columns: others are told as lists. */
export function onlyFirstTable(parts: readonly Part[]): Part[] {
  const native = parts.find((part) => part.kind === 'table' && part.header.length <= limits.table.columns)
  return parts.map((part) => (part.kind === 'table' && part !== native ? tableAsList(part) : part))
}

/** Each row as a line: its first cell, then the others with the names of their columns. */
export function tableAsList({ heading, header, rows, cap, more }: Table): List {
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
  return { kind: 'list', heading, items, cap, more }
}

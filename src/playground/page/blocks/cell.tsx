import type { ReactNode } from 'react'
import { isObject, type JsonObject, objectsAt, stringAt } from '../../json.ts'
import { Display } from './display.tsx'

/** The rows of a table block, cells that aren't objects left out. */
export function rowsOf(block: JsonObject): JsonObject[][] {
  return Array.isArray(block.rows)
    ? block.rows.map((row: unknown) => (Array.isArray(row) ? row.filter(isObject) : []))
    : []
}

/** What a table's cell shows. */
export function Cell({ cell }: { cell: JsonObject }): ReactNode {
  return cell.type === 'rich_text' ? <Display block={cell} /> : stringAt(cell, 'text')
}

/** A cell's text, for sorting and for screen readers. */
export function cellText(cell: JsonObject): string {
  if (cell.type !== 'rich_text') return stringAt(cell, 'text') ?? ''
  return objectsAt(cell, 'elements')
    .flatMap((part) => objectsAt(part, 'elements'))
    .map((part) => stringAt(part, 'text') ?? '')
    .join('')
}

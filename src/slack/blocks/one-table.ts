import type { Part } from '../../pages/page.ts'
import { tableAsList } from '../../pages/table-as-list.ts'
import { limits } from './limits.ts'

/** One message holds one table, of at most so many columns: others are told as lists. */
export function onlyFirstTable(parts: readonly Part[]): Part[] {
  const native = parts.find((part) => part.kind === 'table' && part.header.length <= limits.table.columns)
  return parts.map((part) => (part.kind === 'table' && part !== native ? tableAsList(part) : part))
}

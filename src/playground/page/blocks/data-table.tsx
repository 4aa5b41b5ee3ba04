import { type ReactElement, useState } from 'react'
import { type JsonObject, stringAt } from '../../json.ts'
import { Cell, cellText, rowsOf } from './cell.tsx'
import { Rows } from './rows.tsx'
import { ScrollBox } from './scroll-box.tsx'

const DEFAULT_PAGE = 5

/** A table that sorts and turns its pages by itself, without the app. */
export function DataTable({ block }: { block: JsonObject }): ReactElement {
  const [header = [], ...rows] = rowsOf(block)
  const pageSize = typeof block.page_size === 'number' ? block.page_size : DEFAULT_PAGE
  const rowHeader = typeof block.row_header_column_index === 'number' ? block.row_header_column_index : 0
  const [page, setPage] = useState(0)
  const [sort, setSort] = useState<{ column: number; ascending: boolean }>()
  const sorted = sort === undefined ? rows : sortRows(rows, sort)
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const caption = stringAt(block, 'caption')
  const directionOf = (column: number) => {
    if (sort?.column !== column) return 'none'
    return sort.ascending ? 'ascending' : 'descending'
  }
  return (
    <div className="data-table">
      <ScrollBox label={caption ?? 'Table'} className="table-scroll">
        <table className="table-block">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {header.map((cell, column) => (
                <th key={cellText(cell)} scope="col" aria-sort={directionOf(column)}>
                  <button
                    type="button"
                    className="sort"
                    onClick={() => {
                      setSort({ column, ascending: !(sort?.column === column && sort.ascending) })
                      setPage(0)
                    }}
                  >
                    <Cell cell={cell} />
                    <span aria-hidden="true">
                      {{ none: '↕', ascending: '↑', descending: '↓' }[directionOf(column)]}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <Rows rows={sorted.slice(page * pageSize, (page + 1) * pageSize)} rowHeader={rowHeader} />
        </table>
      </ScrollBox>
      {pages > 1 && (
        <div className="pages">
          <button type="button" className="button small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <span role="status">
            {page * pageSize + 1}–{Math.min(rows.length, (page + 1) * pageSize)} of {rows.length}
          </span>
          <button
            type="button"
            className="button small"
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          >
            Next
          </button>
        </div>
      )}
    </div>
  )
}

function sortRows(rows: readonly JsonObject[][], sort: { column: number; ascending: boolean }): JsonObject[][] {
  const order = new Intl.Collator(undefined, { numeric: true })
  return rows.toSorted((a, b) => {
    const [left, right] = [a[sort.column] ?? {}, b[sort.column] ?? {}]
    const numbers = typeof left.value === 'number' && typeof right.value === 'number'
    const compared = numbers ? Number(left.value) - Number(right.value) : order.compare(cellText(left), cellText(right))
    return sort.ascending ? compared : -compared
  })
}

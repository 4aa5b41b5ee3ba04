import type { ReactElement } from 'react'
import { isObject, type JsonObject } from '../../json.ts'
import { Cell, rowsOf } from './cell.tsx'
import { Rows } from './rows.tsx'
import { ScrollBox } from './scroll-box.tsx'

/** A table, whose first row is its header. */
export function Table({ block }: { block: JsonObject }): ReactElement {
  const [header = [], ...rows] = rowsOf(block)
  const settings = Array.isArray(block.column_settings) ? block.column_settings : []
  const classOf = (column: number) => {
    const setting: unknown = settings[column]
    if (!isObject(setting)) return ''
    return `${String(setting.align ?? 'left')} ${setting.is_wrapped === true ? 'wrapped' : ''}`
  }
  return (
    <ScrollBox label="Table" className="table-scroll">
      <table className="table-block">
        <thead>
          <tr>
            {[...header.entries()].map(([column, cell]) => (
              <th key={`column ${column}`} scope="col" className={classOf(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <Rows rows={rows} classOf={classOf} />
      </table>
    </ScrollBox>
  )
}

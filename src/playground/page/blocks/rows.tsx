import type { ReactElement } from 'react'
import type { JsonObject } from '../../json.ts'
import { Cell } from './cell.tsx'

/** A table's rows below its header. Cells have no ids of their own: their place is what tells them apart. */
export function Rows(props: {
  rows: readonly JsonObject[][]
  classOf?: (column: number) => string
  /** The column whose cells name their rows. */
  rowHeader?: number
}): ReactElement {
  const { rows, classOf, rowHeader } = props
  return (
    <tbody>
      {[...rows.entries()].map(([index, row]) => (
        <tr key={`row ${index}`}>
          {[...row.entries()].map(([column, cell]) => {
            const key = `cell ${column}`
            return column === rowHeader ? (
              <th key={key} scope="row">
                <Cell cell={cell} />
              </th>
            ) : (
              <td key={key} className={classOf?.(column)}>
                <Cell cell={cell} />
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

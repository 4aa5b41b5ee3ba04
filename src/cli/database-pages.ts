import { bold, type Page } from '../pages/page.ts'
import type { DatabaseReport } from '../storage/maintain.ts'

/** What was done to bring the tables up to date. */
export const migratedPage = (done: readonly string[]): Page => ({
  understood: 'Database',
  lead: [bold(done.length === 0 ? 'The tables were up to date.' : 'The tables are up to date.')],
  parts: done.length === 0 ? [] : [{ kind: 'list', heading: 'Done now', items: done.map((name) => [name]) }],
  choices: [],
  command: 'database migrate',
})

/** How a database is. */
export const checkedDatabasePage = ({ database, pending, rows, problems }: DatabaseReport): Page => ({
  understood: 'Database',
  lead: [
    bold(problems.length === 0 ? 'The database is sound.' : `Not in order: ${problems.join('; ')}.`),
    ` ${database}`,
  ],
  parts: [
    ...(pending.length === 0
      ? []
      : [{ kind: 'list', heading: 'Still to be done', items: pending.map((name) => [name]) } as const]),
    ...rowsPart(rows),
  ],
  choices: [],
  command: 'database check',
})

/** What was copied. */
export const copiedPage = (rows: Readonly<Record<string, number>>): Page => ({
  understood: 'Database',
  lead: [bold('Everything is copied.')],
  parts: rowsPart(rows),
  choices: [],
  command: 'database copy',
})

const rowsPart = (rows: Readonly<Record<string, number>>): Page['parts'] => {
  const items = Object.entries(rows).map(([table, count]) => [`${table}: ${count}`])
  return items.length === 0 ? [] : [{ kind: 'list', heading: 'Rows', items }]
}

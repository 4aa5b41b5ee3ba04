import { bold, type Page, type Part, type Prose } from '../pages/page.ts'
import { several, showDate } from '../wording.ts'
import type { Stale } from './stale.ts'

/** What is due to be checked again. */
export const stalePage = ({ days, unverifiedDays, releaseDays, facts, unverified, releases, others }: Stale): Page => ({
  understood: 'Stale facts',
  lead: [
    bold(
      facts.length === 0
        ? `Every fact was checked in the last ${several(days, 'day')}.`
        : `${facts.length} ${facts.length === 1 ? 'fact was' : 'facts were'} last checked ${several(days, 'day')} ago or earlier.`,
    ),
  ],
  parts: [
    ...aged(
      undefined,
      ['Mesh', 'Topic'],
      facts.map(({ mesh, topic, ...due }) => ({ cells: [[mesh], [topic]], ...due })),
    ),
    ...aged(
      `Not confirmed, for ${several(unverifiedDays, 'day')} or longer`,
      ['Fact', 'What'],
      unverified.map(({ mesh, topic, unverified: doubt, ...due }) => ({
        cells: [[`${mesh}/${topic}`], [doubt]],
        ...due,
      })),
    ),
    ...aged(
      `No newer release looked for, for ${several(releaseDays, 'day')} or longer`,
      ['What', 'Newest known'],
      releases.map(({ what, version, ...due }) => ({ cells: [[what], [version]], ...due })),
    ),
    ...aged(
      `Beside the facts, ${several(days, 'day')} ago or earlier`,
      ['What'],
      others.map(({ what, ...due }) => ({ cells: [[what]], ...due })),
    ),
  ],
  choices: [],
  command: `knowledge stale --days ${days}`,
})

interface Row {
  readonly cells: readonly Prose[]
  readonly checked: string
  readonly days: number
}

const aged = (heading: string | undefined, header: readonly string[], rows: readonly Row[]): Part[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          heading,
          header: [...header, 'Checked', 'Days ago'],
          rows: rows.map(({ cells, checked, days }) => [...cells, [showDate(checked)], [String(days)]]),
        },
      ]

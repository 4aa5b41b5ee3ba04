import { toCsv } from './csv.ts'
import type { ExportedFact } from './export-json.ts'

/** What each column holds. Lists have one entry a line: prose has no line breaks of its own. */
const columns: readonly (readonly [name: string, of: (fact: ExportedFact) => string | number | undefined])[] = [
  ['address', ({ address }) => address],
  ['mesh', ({ mesh }) => mesh],
  ['topic', ({ topic }) => topic],
  ['mode', ({ mode }) => mode],
  ['level', ({ level }) => level],
  ['reason', ({ reason }) => reason],
  ['brief', ({ brief }) => brief],
  ['statement', ({ statement }) => statement],
  ['default', (fact) => fact.default],
  ['needs', ({ needs }) => needs.join('\n')],
  ['since', ({ since }) => since],
  ['until', ({ until }) => until],
  ['maturity', ({ maturity }) => maturity],
  ['edition', ({ edition }) => edition],
  ['value_low', ({ value }) => value?.low],
  ['value_high', ({ value }) => value?.high],
  ['value_unit', ({ value }) => value?.unit],
  ['value_per', ({ value }) => value?.per],
  ['value_conditions', ({ value }) => value?.conditions],
  ['limits', ({ limits }) => limits.join('\n')],
  ['sources', ({ sources }) => sources.map(({ id }) => id).join('\n')],
  ['source_urls', ({ sources }) => sources.map(({ url }) => url).join('\n')],
  ['checked', ({ checked }) => checked],
]

/** Facts as a table with a header, one row a fact. */
export const exportCsv = (facts: readonly ExportedFact[]): string =>
  toCsv([columns.map(([name]) => name), ...facts.map((fact) => columns.map(([, of]) => String(of(fact) ?? '')))])

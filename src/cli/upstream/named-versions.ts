import { readVersion, type Version } from './version.ts'

/** A version that a text names, as it is written there. */
export interface NamedVersion {
  readonly said: string
  readonly version: Version
}

/** Words before versions of something else. So are parts that have the mesh's name in theirs, such as consul-k8s. */
const others = /^(?:kubernetes|(?:mcs-)?api|charts?|envoy|helm|go|kernels?)$/i

/** Words over which a name still belongs to the version: "in consul-k8s since 1.2.0". */
const joins = /^(?:since|and|or|to|)$/i

/**
 * The versions of a mesh that a text such as "traces since 2.17 (2024-12-05)" names. Those right after the name of
 * something else are left out, and so are builds with a suffix, which are of others: rather one too few than a false alarm.
 */
export function namedVersions(text: string, meshName: string): NamedVersion[] {
  const found: NamedVersion[] = []
  let foreign = false
  for (const word of text.split(/[\s,()]+/).map((said) => said.replace(/[.;:]$/, ''))) {
    const version = readVersion(word)
    if (version) {
      if (!version.test && (!foreign || version.edge)) found.push({ said: word, version })
    } else if (!joins.test(word)) {
      foreign = others.test(word) || word.toLowerCase().startsWith(`${meshName.toLowerCase()}-`)
    }
  }
  return found
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const written = new RegExp(`\\b(\\d{1,2}) (${months.join('|')}) (\\d{4})\\b`, 'g')

/** The days that a text names, as YYYY-MM-DD: written so, or as in "30 April 2028". */
export const namedDates = (text: string): string[] => [
  ...[...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(([date]) => date),
  ...[...text.matchAll(written)].map(
    ([, day = '', month = '', year = '']) =>
      `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  ),
]

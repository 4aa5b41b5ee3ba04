import type { CitedSource } from '../../facts/fact.ts'
import type { Prose } from '../../pages/page.ts'
import { showPublisher, vendorLegend } from '../../pages/words.ts'

/** A source as a line, its title a link. */
export const citation = (source: CitedSource): Prose => [
  { text: source.title, url: source.url },
  ` (${showPublisher(source)})`,
]

/** What the mark of a vendor means, where one is to be seen. */
export const legend = (sources: readonly CitedSource[]): string[] =>
  sources.some(({ sells }) => sells) ? [vendorLegend] : []

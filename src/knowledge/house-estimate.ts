import { parseFile } from './document.ts'
import type { HouseEstimator } from './estimator-schema.ts'
import type { Problem } from './problem.ts'
import { houseFileSchema } from './schema.ts'

/** What an organisation pays and measured itself, and who said so when. `date` is YYYY-MM-DD. */
export interface HouseEstimate extends HouseEstimator {
  readonly author: string
  readonly date: string
}

/**
 * The organisation's own prices and measurements, in the order of the files' names. What is wrong with a file as such is
 * reported with its facts; here, parameters that there are not.
 */
export function parseHouseEstimates(
  files: ReadonlyMap<string, string>,
  parameters: Readonly<Record<string, unknown>>,
  problems: Problem[],
): HouseEstimate[] {
  return [...files].flatMap(([name, text]) => {
    const { document } = parseFile(name, text, houseFileSchema)
    if (!document?.data.estimator) return []
    const { author, date, estimator } = document.data
    for (const id of Object.keys(estimator.parameters)) {
      if (!(id in parameters)) {
        problems.push(document.problem(['estimator', 'parameters', id], `no parameter with the id "${id}"`))
      }
    }
    return [{ ...estimator, author, date }]
  })
}

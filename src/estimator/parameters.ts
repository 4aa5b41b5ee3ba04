import type { ParameterFile } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'

/** A parameter in force. `house` says who put it in place of ours, and what they measured it on. */
export interface Parameter extends ParameterFile {
  readonly id: string
  readonly house?: { readonly author: string; readonly date: string; readonly conditions: string }
}

/** Looks parameters up. Undefined where nobody measured such a thing. */
export type Parameters = (id: string) => Parameter | undefined

/** The parameters in force: an organisation's own measurement takes the place of ours, the last one of several. */
export const parametersOf =
  ({ parameters, house }: EstimatorKnowledge): Parameters =>
  (id) => {
    const ours = parameters[id]
    if (!ours) return undefined
    const owner = house.findLast((one) => one.parameters[id] !== undefined)
    const own = owner?.parameters[id]
    if (!owner || !own) return { ...ours, id }
    const { low, high, conditions } = own
    return { ...ours, id, low, high, basis: 'measured', house: { author: owner.author, date: owner.date, conditions } }
  }

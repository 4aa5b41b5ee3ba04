import type { Parameter, Parameters } from './parameters.ts'
import { larger, product, type Range, total } from './range.ts'

/** One part of a total. */
export interface Term {
  readonly what: string
  readonly place: 'data-plane' | 'control-plane'
  /** Undefined where nobody measured it: then the total is without it, and says so. */
  readonly amount: Range | undefined
  /** How the amount comes about, such as "500 pods × 38.2–149 MiB". */
  readonly how: string
  readonly parameters: readonly Parameter[]
}

/** How many there are of what a parameter is spent on. */
export interface Count {
  /** Undefined where there is just one of it. */
  readonly of: string | undefined
  readonly number: Range
}

const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })
export const showRangeOf = ({ low, high }: Range): string =>
  low === high ? digits.format(low) : `${digits.format(low)}–${digits.format(high)}`

/** A parameter times how many there are. */
export function times(
  parameters: Parameters,
  what: string,
  place: Term['place'],
  parameterId: string,
  { of, number }: Count,
): Term {
  const parameter = parameters(parameterId)
  if (!parameter) return { what, place, amount: undefined, how: 'not measured by anybody', parameters: [] }
  return {
    what,
    place,
    amount: product(parameter, number),
    how: `${of === undefined ? '' : `${showRangeOf(number)} ${of} × `}${showRangeOf(parameter)} ${parameter.unit}`,
    parameters: [parameter],
  }
}

/** Whichever of two is larger, at each end. */
export function largerTerm(a: Term, b: Term): Term {
  return {
    ...a,
    amount: a.amount && b.amount ? larger(a.amount, b.amount) : undefined,
    how: `the larger of ${a.how} and ${b.how}`,
    parameters: [...a.parameters, ...b.parameters],
  }
}

/** The sum of what is known; undefined where there are terms and none is known. */
export function sumOf(terms: readonly Term[]): Range | undefined {
  const known = terms.flatMap(({ amount }) => amount ?? [])
  return terms.length > 0 && known.length === 0 ? undefined : total(known)
}

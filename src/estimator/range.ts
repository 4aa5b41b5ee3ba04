/** An amount of which only the ends are known: `low` is never above `high`. */
export interface Range {
  readonly low: number
  readonly high: number
}

export const exactly = (amount: number): Range => ({ low: amount, high: amount })

/** End by end. Only for amounts that are not negative. */
export const product = (a: Range, b: Range): Range => ({ low: a.low * b.low, high: a.high * b.high })

export const total = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
})

/** What each of some has of it. */
export const share = ({ low, high }: Range, among: number): Range => ({ low: low / among, high: high / among })

/** The larger at each end. */
export const larger = (a: Range, b: Range): Range => ({ low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) })

/** What is left of `a` without `b`, whichever ends they are at; never below nothing. */
export const without = (a: Range, b: Range): Range => ({
  low: Math.max(0, a.low - b.high),
  high: Math.max(0, a.high - b.low),
})

/** The geometric mean of the ends: a guess, and to be called one. */
export const middle = ({ low, high }: Range): number => Math.sqrt(low * high)

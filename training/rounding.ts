import { amountOf } from '../src/questions/classifier/features.ts'
import type { Trained } from './fit-softmax.ts'

/** What weights are rounded to. Measured: coarser ones read no worse up to 0.4. */
export const step = 0.25
/** What a weight must move a score by, beside a word, to be kept. Measured: up to here questions are read as well. */
const least = 0.3
/**
 * What the weights that are kept are multiplied by, for those that are not: without them a text speaks less clearly for
 * its class than it did. Found on the held-out questions that may be looked at.
 */
const makesUp = 1.2

/**
 * A classifier with as few weights as read as well: in steps, against the median of the classes. Adding the same to all
 * classes changes no share, and for most features most classes have about the same weight, which so becomes 0. Words are
 * kept without a weight too: that a word was met says something by itself.
 */
export function rounded<Label extends string>({ classes, bias, weights }: Trained<Label>): Trained<Label> {
  const rows = [...weights].map(([name, row]) => [name, roundedRow(name, row)] as const)
  return {
    classes,
    bias: bias.map((one) => Number(one.toFixed(2))),
    weights: new Map(rows.filter(([name, row]) => name.startsWith('w ') || row.some((weight) => weight !== 0))),
  }
}

function roundedRow(name: string, weights: Float32Array): Float32Array {
  const median = weights.toSorted()[Math.floor(weights.length / 2)] ?? 0
  const smallest = least / amountOf(name)
  return weights.map((weight) => {
    const over = weight - median
    return Math.abs(over) < smallest ? 0 : Math.round((over * makesUp) / step) * step
  })
}

import { abstractWords } from '../src/questions/classifier/features.ts'
import type { Reading } from '../src/questions/reading.ts'
import { numberOf } from './stable-order.ts'

export const folds = 5

/**
 * What texts have in common that are variants of one sentence: its words as stems, meshes and numbers as what they are,
 * whatever their order and how often.
 */
export const groupOf = (reading: Reading): string => [...new Set(abstractWords(reading))].sort().join(' ')

/**
 * Does something for each fold of some items, given the rest. Items of a group are in one fold: a sentence whose variant
 * was trained on would seem better known than it will be in use.
 */
export function byFold<T extends { readonly group: string }, R>(
  items: readonly T[],
  each: (rest: readonly T[], fold: readonly T[], number: number) => readonly R[],
): R[] {
  const foldOf = new Map(items.map(({ group }) => [group, numberOf(group) % folds]))
  return Array.from({ length: folds }, (_, number) =>
    each(
      items.filter(({ group }) => foldOf.get(group) !== number),
      items.filter(({ group }) => foldOf.get(group) === number),
      number + 1,
    ),
  ).flat()
}

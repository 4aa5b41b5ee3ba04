import { toBaseUnit } from '../../units.ts'
import { cellsOf, figuresOf, type Rule } from '../rule.ts'

const roundingMargin = 1.05

export const valuesInRange: Rule = {
  name: 'values-in-range',
  description: 'a value lies within what the figures say that it rests on, in the same kind of unit',
  check: (draft) => {
    return [...cellsOf(draft)].flatMap(({ document, cell, path }) => {
      const { value } = cell
      if (!value) return []
      const figures = figuresOf(draft, document, cell)
      const sameKind = figures
        .map(({ low, high, unit }) => [toBaseUnit(low, unit), toBaseUnit(high, unit)] as const)
        .filter(([low]) => low.base === toBaseUnit(value.low, value.unit).base)
      if (sameKind.length === 0) {
        return figures.some(({ unit }) => unit === '%')
          ? []
          : [document.problem([...path, 'value'], 'none of the figures is in such a unit')]
      }
      const lowest = Math.min(...sameKind.map(([low]) => low.amount))
      const highest = Math.max(...sameKind.map(([, high]) => high.amount))
      const low = toBaseUnit(value.low, value.unit).amount
      const high = toBaseUnit(value.high, value.unit).amount
      const outside = low * roundingMargin < lowest || high > highest * roundingMargin
      return outside && !figures.some(({ unit }) => unit === '%')
        ? [
            document.problem(
              [...path, 'value'],
              `outside the figures it rests on (${lowest} to ${highest} in base units)`,
            ),
          ]
        : []
    })
  },
}

import { toBaseUnit } from '../../units.ts'
import { cellsOf, figuresOf, type Rule } from '../rule.ts'

export const disagreements: Rule = {
  name: 'disagreements',
  description: 'where two official figures for the same thing are at odds, the cell says so',
  check: (draft) => {
    return [...cellsOf(draft)].flatMap(({ document, cell, path }) => {
      const isMode = path.includes('modes')
      if (isMode || ('disagreement' in cell && cell.disagreement)) return []
      const official = figuresOf(draft, document, cell).filter(({ by }) => by === 'vendor')
      const atOdds = official.some((one) =>
        official.some(
          (other) =>
            one.metric === other.metric &&
            one.design === other.design &&
            one.source !== other.source &&
            toBaseUnit(one.high, one.unit).amount * 2 < toBaseUnit(other.low, other.unit).amount,
        ),
      )
      return atOdds
        ? [document.problem(path, 'two official figures differ by more than a factor of two: add disagreement')]
        : []
    })
  },
}

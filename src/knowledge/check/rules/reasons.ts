import { cellsOf, type Rule } from '../rule.ts'

const needsReason = new Set(['partial', 'no', 'external', 'unknown', 'not-applicable'])

export const reasons: Rule = {
  name: 'reasons',
  description: 'a support level other than yes says why, and a verdict other than holds says what is so now',
  check: (draft) =>
    [...cellsOf(draft)].flatMap(({ document, cell, path }) => {
      const article = 'article' in cell ? cell.article : undefined
      return [
        ...(cell.support && needsReason.has(cell.support) && !cell.reason
          ? [document.problem(path, `support is "${cell.support}": add a reason`)]
          : []),
        ...(article && article.verdict !== 'holds' && !article.now
          ? [document.problem([...path, 'article'], `the verdict is "${article.verdict}": add now, saying what is so`)]
          : []),
      ]
    }),
}

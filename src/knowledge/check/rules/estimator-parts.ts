import type { Document, Problem } from '../../document.ts'
import type { Draft } from '../../draft.ts'
import type { Path } from '../../path.ts'
import type { Rule } from '../rule.ts'

export const estimatorParts: Rule = {
  name: 'estimator-parts',
  description: 'the estimator refers to figures, prices and meshes that exist',
  check: (draft) => {
    const { estimator } = draft
    const { parameters, designs, prices, money, disagreements } = estimator.data
    const figures = figureIds(draft)
    const priceIds = new Set(Object.keys(prices))
    const inFigures = (ids: readonly string[], path: Path) =>
      ids.flatMap((id, index) => missing(estimator, [...path, index], id, figures, 'figure'))
    return [
      ...Object.entries(parameters).flatMap(([id, one]) => inFigures(one.figures, ['parameters', id, 'figures'])),
      ...disagreements.flatMap((one, index) => inFigures(one.figures, ['disagreements', index, 'figures'])),
      ...Object.entries(designs).flatMap(([id, { mesh }]) =>
        missing(estimator, ['designs', id, 'mesh'], mesh, new Set(draft.meshes.keys()), 'mesh'),
      ),
      ...Object.entries(prices).flatMap(([key, { from = [] }]) =>
        from.flatMap((id, index) => missing(estimator, ['prices', key, 'from', index], id, priceIds, 'price')),
      ),
      ...(['vcpuHour', 'gibHour'] as const).flatMap((rate) =>
        (['low', 'high'] as const).flatMap((end) =>
          money ? missing(estimator, ['money', rate, end], money[rate][end], priceIds, 'price') : [],
        ),
      ),
    ]
  },
}

const figureIds = (draft: Draft): ReadonlySet<string> =>
  new Set([
    ...Object.keys(draft.measurements.data.figures),
    ...[...draft.meshes.values()].flatMap(({ data }) => Object.keys(data.figures)),
  ])

const missing = (
  document: Document<object>,
  path: Path,
  id: string,
  known: ReadonlySet<string>,
  what: string,
): Problem[] => (known.has(id) ? [] : [document.problem(path, `no ${what} with the id "${id}"`)])

import type { Draft } from '../../draft.ts'
import type { Path } from '../../path.ts'
import { missing, type Rule } from '../rule.ts'

export const estimatorParts: Rule = {
  name: 'estimator-parts',
  description: 'the estimator refers to figures, prices and designs that exist',
  check: (draft) => {
    const { estimator } = draft
    const { parameters, designs, prices, money, disagreements } = estimator.data
    const figures = figureIds(draft)
    const designIds = new Set(Object.keys(designs))
    const priceIds = new Set(Object.keys(prices))
    const inFigures = (ids: readonly string[], path: Path) =>
      ids.flatMap((id, index) => missing(estimator, [...path, index], id, figures, 'figure'))
    return [
      ...Object.entries(parameters).flatMap(([id, one]) => inFigures(one.figures, ['parameters', id, 'figures'])),
      ...disagreements.flatMap((one, index) => inFigures(one.figures, ['disagreements', index, 'figures'])),
      ...disagreements.flatMap((one, index) =>
        one.designs.flatMap((id, at) =>
          missing(estimator, ['disagreements', index, 'designs', at], id, designIds, 'design'),
        ),
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

import type { Draft } from '../../draft.ts'
import type { Path } from '../../path.ts'
import type { Problem } from '../../problem.ts'
import { missing, type Rule } from '../rule.ts'

export const estimatorParts: Rule = {
  name: 'estimator-parts',
  description: 'the estimator refers to figures, prices and designs that exist',
  check: (draft) => {
    const { estimator } = draft
    const { parameters, designs, prices, places, money, disagreements } = estimator.data
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
      ...Object.entries(places).flatMap(([key, place]) =>
        (['lean', 'rich'] as const).flatMap((end) => machineProblems(estimator, ['places', key, end], place[end])),
      ),
      ...(['vcpuHour', 'gibHour'] as const).flatMap((rate) =>
        (['low', 'high'] as const).flatMap((end) =>
          money ? missing(estimator, ['money', rate, end], money[rate][end], priceIds, 'price') : [],
        ),
      ),
    ]
  },
}

/** What a price of a place lacks to tell what a vCPU and a GiB cost. */
function machineProblems(estimator: Draft['estimator'], path: Path, id: string): Problem[] {
  const { prices } = estimator.data
  const price = prices[id]
  if (!price) return missing(estimator, path, id, new Set(Object.keys(prices)), 'price')
  const isMachine = price.vcpu !== undefined && price.memoryGiB !== undefined
  return isMachine ? [] : [estimator.problem(path, `"${id}" is no machine with its vCPU and memory`)]
}

const figureIds = (draft: Draft): ReadonlySet<string> =>
  new Set([
    ...Object.keys(draft.measurements.data.figures),
    ...[...draft.meshes.values()].flatMap(({ data }) => Object.keys(data.figures)),
  ])

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWeightRows, weightRow } from '../../src/questions/classifier/weight-rows.ts'

const dense = (known: ReturnType<ReturnType<typeof readWeightRows>[number]>, width: number) =>
  known && Array.from({ length: width }, (_, index) => known.weights[Array.from(known.classes).indexOf(index)] ?? 0)

describe('a line of weights', () => {
  it('says class and steps, for each classifier', () => {
    expect(weightRow('p mutual tls', [[0, 12, -3], Array.from({ length: 28 }, (_, at) => (at < 26 ? 0 : at))])).toBe(
      'p mutual tls b12c-3 aa26ab27',
    )
  })

  it('has room for a feature without weights', () => {
    const [one, other] = readWeightRows([weightRow('w met', [[0, 0], [0]])], [2, 1], 0.5)
    expect(one?.('w met')?.weights).toHaveLength(0)
    expect(other?.('w met')).toBeDefined()
    expect(one?.('w never')).toBeUndefined()
  })

  it.each(['w tls', 'w tls b12', 'w tls b c1', 'w tls 12 c1', 'w tls b-- c1', 'w tls B1 c1', 'w tls c1 c1'])(
    'is refused: %s',
    (line) => {
      expect(() => readWeightRows([line], [2, 3], 1)).toThrow('not the weights of a feature')
    },
  )

  it('is read as it was written, whatever the feature and the weights', () => {
    const width = 80
    const weights = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: width, maxLength: width })
    const rows = fc.uniqueArray(fc.record({ feature: fc.string({ minLength: 1 }), weights }), {
      selector: ({ feature }) => feature,
    })
    fc.assert(
      fc.property(rows, (all) => {
        const [first, second] = readWeightRows(
          all.map(({ feature, weights }) => weightRow(feature, [weights, [1]])),
          [width, 1],
          0.5,
        )
        for (const { feature, weights } of all) {
          expect(dense(first?.(feature), width)).toEqual(weights.map((steps) => steps * 0.5))
          expect(dense(second?.(feature), 1)).toEqual([0.5])
        }
      }),
    )
  })
})

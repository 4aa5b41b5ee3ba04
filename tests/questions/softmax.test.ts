import { expect, it } from 'vitest'
import { classify } from '../../src/questions/classifier/softmax.ts'
import { asModel, fitSoftmax } from '../../training/fit-softmax.ts'

const features = (...names: string[]) => new Map(names.map((name) => [name, 1]))
const examples = [
  { features: features('warm', 'today'), label: 'weather' },
  { features: features('rain', 'today'), label: 'weather' },
  { features: features('rain', 'warm'), label: 'weather' },
  { features: features('goal', 'today'), label: 'sport' },
  { features: features('goal', 'match'), label: 'sport' },
  { features: features('match', 'today'), label: 'sport' },
] as const

it('learns what tells classes apart, and says how sure it is', () => {
  const model = asModel(fitSoftmax(['weather', 'sport'], examples, 1e-6))
  const [rain] = classify(model, features('rain'))
  const [unsure] = classify(model, features('today'))
  expect(rain).toMatchObject({ label: 'weather' })
  expect(rain?.p).toBeGreaterThan(unsure?.p ?? 1)
})

it('gives probabilities that add up to one, for features it has never met too', () => {
  const model = asModel(fitSoftmax(['weather', 'sport'], examples, 1e-6))
  const total = classify(model, features('unheard-of')).reduce((sum, { p }) => sum + p, 0)
  expect(total).toBeCloseTo(1)
})

it('gives the same weights for the same examples', () => {
  const weights = () => [...fitSoftmax(['weather', 'sport'], examples, 1e-3).weights]
  expect(weights()).toEqual(weights())
})

import { type Features, type SoftmaxModel, softmax } from '../src/questions/classifier/softmax.ts'
import { numberOf, shuffled } from './stable-order.ts'

/** A text to learn from. */
export interface Example<Label extends string> {
  readonly features: Features
  readonly label: Label
}

/** A classifier as it was fitted, before it is packed. */
export interface Trained<Label extends string> {
  readonly classes: readonly Label[]
  readonly bias: readonly number[]
  readonly weights: ReadonlyMap<string, Float32Array>
}

/** Enough for the loss to settle on a few thousand questions, found by cross-validation on the training data. */
const epochs = 15
const learningRate = 0.5
const biasRate = 0.02
/** A feature seen only once can't tell anything about other questions. */
const rarest = 2

/**
 * Fits a softmax regression by stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan and Singer, 2011).
 * `shrinkage` pulls weights towards zero: more of it suits many classes with few examples each. Deterministic: the same
 * examples give the same model.
 */
export function fitSoftmax<Label extends string>(
  classes: readonly Label[],
  examples: readonly Example<Label>[],
  shrinkage: number,
): Trained<Label> {
  const rows = frequentFeatures(examples)
  const width = classes.length
  const weights = new Float32Array(rows.size * width)
  const squares = new Float32Array(rows.size * width)
  const bias = new Float64Array(width)
  const scores = new Float64Array(width)
  const compiled = examples.map(({ features, label }) => {
    const known = [...features].filter(([feature]) => rows.has(feature))
    return {
      target: classes.indexOf(label),
      number: numberOf(`${label} ${[...features.keys()].join(' ')}`),
      offsets: Int32Array.from(known, ([feature]) => (rows.get(feature) ?? 0) * width),
      amounts: Float32Array.from(known, ([, amount]) => amount),
    }
  })

  // Plain counting loops: iterators make this, the hot part, five times slower.
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { target, offsets, amounts } of shuffled(compiled, epoch)) {
      scores.set(bias)
      for (let at = 0; at < offsets.length; at++) {
        const offset = offsets[at] ?? 0
        const amount = amounts[at] ?? 0
        for (let one = 0; one < width; one++) scores[one] = (scores[one] ?? 0) + (weights[offset + one] ?? 0) * amount
      }
      const shares = softmax(scores)
      for (let one = 0; one < width; one++) {
        const error = (shares[one] ?? 0) - (one === target ? 1 : 0)
        if (Math.abs(error) < 1e-4) continue
        bias[one] = (bias[one] ?? 0) - biasRate * error
        for (let at = 0; at < offsets.length; at++) {
          const index = (offsets[at] ?? 0) + one
          const weight = weights[index] ?? 0
          const gradient = error * (amounts[at] ?? 0) + shrinkage * weight
          const square = (squares[index] ?? 0) + gradient * gradient
          squares[index] = square
          weights[index] = weight - (learningRate * gradient) / Math.sqrt(square + 1e-2)
        }
      }
    }
  }
  const entries = [...rows].map(([feature, row]) => [feature, weights.slice(row * width, (row + 1) * width)] as const)
  return { classes, bias: [...bias], weights: new Map(entries) }
}

/** The features worth a weight, numbered. */
function frequentFeatures(examples: readonly Example<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of examples) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= rarest)
  return new Map(kept.map(([feature], row) => [feature, row]))
}

/** A classifier ready to use as it was fitted. */
export function asModel<Label extends string>({ classes, bias, weights }: Trained<Label>): SoftmaxModel<Label> {
  const all = classes.map((_, index) => index)
  return {
    classes,
    bias,
    weightsOf: (feature) => {
      const row = weights.get(feature)
      return row && { classes: all, weights: row }
    },
  }
}

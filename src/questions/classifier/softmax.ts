/** Features of a text by name, with their weights: a sparse vector of length 1. */
export type Features = ReadonlyMap<string, number>

/** A linear classifier: for each feature one weight a class. */
export interface SoftmaxModel<Label extends string> {
  readonly classes: readonly Label[]
  readonly bias: readonly number[]
  /** What the weights are multiplied by, so that they can be kept as bytes. */
  readonly scale: number
  /** Feature → weights, one for each class, before they are scaled. */
  weightsOf(feature: string): Readonly<ArrayLike<number>> | undefined
}

export interface Scored<Label extends string> {
  readonly label: Label
  /** Probability, 0 to 1; those of all classes add up to 1. */
  readonly p: number
}

/** The classes for some features, the most likely first. */
export function classify<Label extends string>(
  model: SoftmaxModel<Label>,
  features: Features,
): readonly Scored<Label>[] {
  const scores = [...model.bias]
  for (const [feature, amount] of features) {
    const weights = model.weightsOf(feature)
    if (!weights) continue
    for (let index = 0; index < scores.length; index++) {
      scores[index] = (scores[index] ?? 0) + Math.fround((weights[index] ?? 0) * model.scale) * amount
    }
  }
  const shares = softmax(scores)
  return model.classes.map((label, index) => ({ label, p: shares[index] ?? 0 })).sort((a, b) => b.p - a.p)
}

/** The features that speak most for a class, for `--explain`. */
export function reasonsFor<Label extends string>(
  model: SoftmaxModel<Label>,
  features: Features,
  label: Label,
  count: number,
): Map<string, number> {
  const index = model.classes.indexOf(label)
  const weighed = [...features].map(
    ([feature, amount]) =>
      [feature, Math.fround((model.weightsOf(feature)?.[index] ?? 0) * model.scale) * amount] as const,
  )
  return new Map(weighed.sort((a, b) => b[1] - a[1]).slice(0, count))
}

function softmax(scores: Iterable<number>): number[] {
  const all = [...scores]
  const highest = Math.max(...all)
  const powers = all.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

export interface Example<Label extends string> {
  readonly features: Features
  readonly label: Label
}

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
      offsets: Int32Array.from(known, ([feature]) => (rows.get(feature) ?? 0) * width),
      amounts: Float32Array.from(known, ([, amount]) => amount),
    }
  })
  const random = linearCongruential(1)

  // Plain counting loops: iterators make this, the hot part, five times slower.
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { target, offsets, amounts } of shuffled(compiled, random)) {
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

/** Numbers from 0 to 1 that look random and are the same each time: training must be repeatable. */
function linearCongruential(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

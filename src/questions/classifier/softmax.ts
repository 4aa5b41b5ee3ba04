/** Features of a text by name, with their weights: a sparse vector of length 1. */
export type Features = ReadonlyMap<string, number>

/** The weights of a feature: those that are not 0, each with the index of its class. */
export interface FeatureWeights {
  readonly classes: Readonly<ArrayLike<number>>
  readonly weights: Readonly<ArrayLike<number>>
}

/** A linear classifier: for each feature one weight a class. */
export interface SoftmaxModel<Label extends string> {
  readonly classes: readonly Label[]
  readonly bias: readonly number[]
  /** Undefined for a feature that was in no question of the training. */
  weightsOf(feature: string): FeatureWeights | undefined
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
    const known = model.weightsOf(feature)
    if (!known) continue
    for (let at = 0; at < known.classes.length; at++) {
      const index = known.classes[at] ?? 0
      scores[index] = (scores[index] ?? 0) + (known.weights[at] ?? 0) * amount
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
  const weightOf = (feature: string): number => {
    const known = model.weightsOf(feature)
    return known?.weights[Array.from(known.classes).indexOf(index)] ?? 0
  }
  const weighed = [...features].map(([feature, amount]) => [feature, weightOf(feature) * amount] as const)
  return new Map(weighed.sort((a, b) => b[1] - a[1]).slice(0, count))
}

/** Shares of 1 for some scores. */
export function softmax(scores: Iterable<number>): number[] {
  const all = [...scores]
  const highest = Math.max(...all)
  const powers = all.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

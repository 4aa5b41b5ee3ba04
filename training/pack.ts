import type { LineModelFile } from '../src/lines/line-model.ts'
import type { ModelFile } from '../src/questions/classifier/model.ts'
import { weightRow } from '../src/questions/classifier/weight-rows.ts'
import type { Trained } from './fit-softmax.ts'
import { step } from './rounding.ts'
import type { TrainedTurns } from './train-turns.ts'
import type { TrainedUnderstanding } from './train-understanding.ts'

/** The model as it is written to its file, of classifiers with rounded weights. */
export const pack = (
  { intents, topics, calibration }: Pick<TrainedUnderstanding, 'intents' | 'topics' | 'calibration'>,
  turns: TrainedTurns,
  trainedOn: ModelFile['trainedOn'],
): ModelFile => ({
  trainedOn,
  calibration,
  step,
  intents: classesOf(intents),
  topics: classesOf(topics),
  features: featuresOf([intents, topics]),
  turns: {
    meshes: classesOf(turns.meshes),
    topics: classesOf(turns.topics),
    intents: classesOf(turns.intents),
    features: featuresOf([turns.meshes, turns.topics, turns.intents]),
  },
})

/** The file of a model: a line for each feature, in order, so that two models can be compared. */
export const fileOf = (model: ModelFile | LineModelFile): string =>
  `${JSON.stringify(model, undefined, 1).replace(/^ +/gm, '')}\n`

const classesOf = <Label extends string>({ classes, bias }: Trained<Label>) => ({
  classes: [...classes],
  bias: [...bias],
})

function featuresOf(classifiers: readonly Trained<string>[]): string[] {
  const names = [...new Set(classifiers.flatMap(({ weights }) => [...weights.keys()]))].sort()
  const stepsOf = (weights: Float32Array | undefined) => (weights ?? new Float32Array()).map((one) => one / step)
  return names.map((name) =>
    weightRow(
      name,
      classifiers.map(({ weights }) => stepsOf(weights.get(name))),
    ),
  )
}

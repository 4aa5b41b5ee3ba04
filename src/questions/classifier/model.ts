import { z } from 'zod'
import { type Intent, intents } from '../question.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { FeatureWeights, SoftmaxModel } from './softmax.ts'
import { intentActions, meshActions, type TurnModel, topicActions } from './turn-actions.ts'
import { readWeightRows } from './weight-rows.ts'

const classesSchema = <Label extends z.ZodType<string>>(label: Label) =>
  z.object({ classes: z.array(label).min(1), bias: z.array(z.number()) })

const modelFileSchema = z.object({
  /** What the model was made from, so that it can be told when it has to be trained again. */
  trainedOn: z.object({ reader: z.string(), knowledge: z.string() }),
  /** Score and the share of right answers among questions of that score, ascending. */
  calibration: z.array(z.tuple([z.number(), z.number()])).min(2),
  /** What weights are counted in. */
  step: z.number().positive(),
  intents: classesSchema(z.enum(intents)),
  topics: classesSchema(z.string()),
  /** The features with their weights for intents and topics (`weight-rows.ts`). */
  features: z.array(z.string()),
  /** What a turn of a conversation does, with features of its own: their weights for meshes, topics and intents. */
  turns: z.object({
    meshes: classesSchema(z.enum(meshActions)),
    topics: classesSchema(z.enum(topicActions)),
    intents: classesSchema(z.enum(intentActions)),
    features: z.array(z.string()),
  }),
})

export type ModelFile = z.infer<typeof modelFileSchema>

/** The trained understanding: which intent, which topic, and how far its scores can be trusted. */
export interface UnderstandingModel {
  readonly intents: SoftmaxModel<Intent>
  readonly topics: SoftmaxModel<string>
  readonly turns: TurnModel
  readonly calibration: readonly (readonly [score: number, share: number])[]
}

/** A model with what it was made from. */
export interface StoredModel extends UnderstandingModel {
  readonly trainedOn: Fingerprint
}

/** Makes a model of the file's content. Throws a ZodError if it isn't one, and an Error if a line of weights is none. */
export function readModel(content: unknown): StoredModel {
  const { trainedOn, calibration, step, intents, topics, features, turns } = modelFileSchema.parse(content)
  const [intentWeights, topicWeights] = readWeightRows(features, widthsOf(intents, topics), step)
  const [meshActionWeights, topicActionWeights, intentActionWeights] = readWeightRows(
    turns.features,
    widthsOf(turns.meshes, turns.topics, turns.intents),
    step,
  )
  return {
    trainedOn,
    intents: { ...intents, weightsOf: intentWeights ?? none },
    topics: { ...topics, weightsOf: topicWeights ?? none },
    turns: {
      meshes: { ...turns.meshes, weightsOf: meshActionWeights ?? none },
      topics: { ...turns.topics, weightsOf: topicActionWeights ?? none },
      intents: { ...turns.intents, weightsOf: intentActionWeights ?? none },
    },
    calibration,
  }
}

const widthsOf = (...classifiers: readonly { classes: readonly string[] }[]): number[] =>
  classifiers.map(({ classes }) => classes.length)

const none = (): FeatureWeights | undefined => undefined

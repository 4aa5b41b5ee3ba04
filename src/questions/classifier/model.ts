import { z } from 'zod'
import { type Intent, intents } from '../question.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { SoftmaxModel, Trained } from './softmax.ts'
import { intentActions, meshActions, type TurnModel, topicActions } from './turn-actions.ts'

const packedSchema = <Label extends z.ZodType<string>>(label: Label) =>
  z.object({
    classes: z.array(label).min(1),
    bias: z.array(z.number()),
    /** What an integer weight is multiplied by. */
    scale: z.number().positive(),
    /** Weights as signed bytes, features by classes, in base64. */
    weights: z.string(),
  })

const modelFileSchema = z.object({
  /** What the model was made from, so that it can be told when it has to be trained again. */
  trainedOn: z.object({ reader: z.string(), knowledge: z.string() }),
  features: z.array(z.string()),
  intents: packedSchema(z.enum(intents)),
  topics: packedSchema(z.string()),
  /** What a turn of a conversation does, with features of its own. */
  turns: z.object({
    features: z.array(z.string()),
    meshes: packedSchema(z.enum(meshActions)),
    topics: packedSchema(z.enum(topicActions)),
    intents: packedSchema(z.enum(intentActions)),
  }),
  /** Score and the share of right answers among questions of that score, ascending. */
  calibration: z.array(z.tuple([z.number(), z.number()])).min(2),
})

export type ModelFile = z.infer<typeof modelFileSchema>

interface Packed<Label extends string> {
  classes: Label[]
  bias: number[]
  scale: number
  weights: string
}

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

/** Makes a model of the file's content. Throws a ZodError if it isn't one. */
export function unpackModel(content: unknown): StoredModel {
  const file = modelFileSchema.parse(content)
  const rowsOf = (features: readonly string[]) => new Map(features.map((feature, row) => [feature, row]))
  const rows = rowsOf(file.features)
  const turnRows = rowsOf(file.turns.features)
  return {
    trainedOn: file.trainedOn,
    intents: unpack(file.intents, rows),
    topics: unpack(file.topics, rows),
    turns: {
      meshes: unpack(file.turns.meshes, turnRows),
      topics: unpack(file.turns.topics, turnRows),
      intents: unpack(file.turns.intents, turnRows),
    },
    calibration: file.calibration,
  }
}

function unpack<Label extends string>(
  { classes, bias, scale, weights }: Packed<Label>,
  rows: ReadonlyMap<string, number>,
): SoftmaxModel<Label> {
  const bytes = Buffer.from(weights, 'base64')
  const all = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const width = classes.length
  return {
    classes,
    bias,
    scale,
    weightsOf: (feature) => {
      const row = rows.get(feature)
      return row === undefined ? undefined : all.subarray(row * width, (row + 1) * width)
    },
  }
}

/** Packs trained weights for the file: a byte each, on the scale of the largest. */
export function pack<Label extends string>(
  { classes, bias, weights }: Trained<Label>,
  features: readonly string[],
): Packed<Label> {
  const rows = features.map((feature) => weights.get(feature) ?? new Float32Array(classes.length))
  const largest = Math.max(...rows.map((row) => Math.max(...row.map(Math.abs))))
  const scale = largest / 127
  const bytes = Int8Array.from(rows.flatMap((row) => [...row].map((weight) => Math.round(weight / scale))))
  return {
    classes: [...classes],
    bias: bias.map((one) => Number(one.toFixed(4))),
    scale,
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}

import { z } from 'zod'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { meshesMeant } from '../meshes.ts'
import { type Intent, intents } from '../question.ts'
import type { Reader } from '../reading.ts'
import { featuresOf } from './features.ts'
import { noTopic } from './model.ts'
import { classify, type Example, fitSoftmax, type SoftmaxModel, type Trained } from './softmax.ts'

/** A question with what it means, as the training files and the test sets have it. */
export const labelledSchema = z.object({
  q: z.string().min(1),
  intent: z.enum(intents),
  meshes: z.array(z.string()),
  topics: z.array(z.string()),
})
export type Labelled = z.infer<typeof labelledSchema>

/** Questions that only teach topics, from the phrasings in the knowledge: they may be meant in more ways than one. */
export const topicPhrasings = (knowledge: Knowledge): { q: string; topic: string }[] =>
  knowledge.topics.flatMap(({ id, phrasings }) => phrasings.map((q) => ({ q, topic: id })))

interface Examples {
  readonly intents: readonly Example<Intent>[]
  readonly topics: readonly Example<string>[]
}

function examplesOf(
  reader: Reader,
  questions: readonly Labelled[],
  phrasings: readonly { q: string; topic: string }[],
): Examples {
  const read = questions.map((question) => ({ question, features: featuresOf(reader.read(question.q)) }))
  return {
    intents: read.map(({ question, features }) => ({ features, label: question.intent })),
    topics: [
      ...read
        .filter(({ question }) => question.intent !== 'none')
        .map(({ question, features }) => ({ features, label: question.topics[0] ?? noTopic })),
      ...phrasings.map(({ q, topic }) => ({ features: featuresOf(reader.read(q)), label: topic })),
    ],
  }
}

/** Trains the two classifiers on labelled questions. */
export function train(
  reader: Reader,
  topicIds: readonly string[],
  questions: readonly Labelled[],
  phrasings: readonly { q: string; topic: string }[],
): { intents: Trained<Intent>; topics: Trained<string> } {
  const examples = examplesOf(reader, questions, phrasings)
  return { intents: fitSoftmax(intents, examples.intents), topics: fitSoftmax([...topicIds, noTopic], examples.topics) }
}

export const asModel = <Label extends string>({ classes, bias, weights }: Trained<Label>): SoftmaxModel<Label> => ({
  classes,
  bias,
  weightsOf: (feature) => weights.get(feature),
})

/** How sure a reading is, before calibration: how likely its intent is, times how likely its topic, if it needs one. */
export const rawScore = (intent: { label: string; p: number }, topic: { label: string; p: number }): number =>
  intent.label === 'none' || intent.label === 'profile' ? intent.p : intent.p * topic.p

const folds = 5
const bins = 10

/**
 * The share of right readings by score, found by cross-validation: each fifth of the questions is read by a model that
 * was trained on the rest. Bins hold equally many questions, and the shares are made to rise (pool adjacent violators).
 */
export function calibrate(
  reader: Reader,
  topicIds: readonly string[],
  questions: readonly Labelled[],
  phrasings: readonly { q: string; topic: string }[],
): [score: number, share: number][] {
  const scored = Array.from({ length: folds }, (_, fold) => {
    const rest = questions.filter((_, index) => index % folds !== fold)
    const trained = train(reader, topicIds, rest, phrasings)
    const models = { intents: asModel(trained.intents), topics: asModel(trained.topics) }
    return questions.filter((_, index) => index % folds === fold).map((question) => judge(reader, models, question))
  }).flat()
  return risingShares(scored)
}

function judge(
  reader: Reader,
  models: { intents: SoftmaxModel<Intent>; topics: SoftmaxModel<string> },
  question: Labelled,
): { score: number; right: boolean } {
  const reading = reader.read(question.q)
  const features = featuresOf(reading)
  const [intent] = classify(models.intents, features)
  const [topic] = classify(models.topics, features)
  if (!intent || !topic) return { score: 0, right: false }
  const meshes = meshesMeant(reading, intent.label)
  const right =
    intent.label === question.intent &&
    (question.intent === 'none' ||
      ([...meshes].sort().join() === [...question.meshes].sort().join() &&
        (question.topics.length === 0 || question.topics.includes(topic.label))))
  return { score: rawScore(intent, topic), right }
}

function risingShares(scored: readonly { score: number; right: boolean }[]): [number, number][] {
  const sorted = [...scored].sort((a, b) => a.score - b.score)
  const size = Math.ceil(sorted.length / bins)
  const pools = Array.from({ length: bins }, (_, bin) => sorted.slice(bin * size, (bin + 1) * size))
    .filter((pool) => pool.length > 0)
    .map((pool) => ({
      score: pool.reduce((sum, { score }) => sum + score, 0) / pool.length,
      right: pool.filter(({ right }) => right).length,
      count: pool.length,
    }))
  const merged: typeof pools = []
  for (const pool of pools) {
    merged.push(pool)
    for (let last = merged.length - 1; last > 0; last--) {
      const [before, after] = [merged[last - 1], merged[last]]
      if (!before || !after || before.right / before.count <= after.right / after.count) break
      const count = before.count + after.count
      merged.splice(last - 1, 2, {
        score: (before.score * before.count + after.score * after.count) / count,
        right: before.right + after.right,
        count,
      })
    }
  }
  const points = merged.map(({ score, right, count }): [number, number] => [
    Number(score.toFixed(4)),
    Number((right / count).toFixed(4)),
  ])
  return [[0, 0], ...points]
}

import { z } from 'zod'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { meshesMeant } from '../meshes.ts'
import { type Intent, intents } from '../question.ts'
import type { Reader, Reading } from '../reading.ts'
import type { Words } from '../words.ts'
import { featuresOf, noTopic, withTopicEvidence } from './features.ts'
import { rawScore, weighRefusals } from './score.ts'
import {
  classify,
  type Example,
  type Features,
  fitSoftmax,
  type Scored,
  type SoftmaxModel,
  type Trained,
} from './softmax.ts'

/** A question with what it means, as the training files have it. */
export const labelledSchema = z.object({
  q: z.string().min(1),
  intent: z.enum(intents),
  meshes: z.array(z.string()),
  topics: z.array(z.string()),
})
export type Labelled = z.infer<typeof labelledSchema>

/** A text that only teaches its topic: the phrasings in the knowledge may be meant in more ways than one. */
export interface Phrasing {
  readonly q: string
  readonly topic: string
}

export const topicPhrasings = (knowledge: Knowledge): Phrasing[] =>
  knowledge.topics.flatMap(({ id, phrasings }) => phrasings.map((q) => ({ q, topic: id })))

/** Found by cross-validation: thirty topics with some hundred questions each want more of it than nine intents. */
const shrinkage = { intents: 1e-6, topics: 1e-3 } as const
const folds = 5

interface Read {
  readonly question: Labelled
  readonly reading: Reading
  readonly features: Features
}

export interface TrainedUnderstanding {
  readonly intents: Trained<Intent>
  readonly topics: Trained<string>
  /** Score and the share of right readings at it, ascending. */
  readonly calibration: [score: number, share: number][]
}

/**
 * Trains the classifiers on labelled questions. The intents are learned from what the topic classifier says of
 * questions that it was not trained on, as it will be in use, and so is how far scores can be trusted.
 */
export function train(
  reader: Reader,
  topicIds: readonly string[],
  questions: readonly Labelled[],
  phrasings: readonly Phrasing[],
): TrainedUnderstanding {
  const read = questions.map((question): Read => {
    const reading = reader.read(question.q)
    return { question, reading, features: featuresOf(reading) }
  })
  const extra = phrasings.map(({ q, topic }) => ({ features: featuresOf(reader.read(q)), label: topic }))
  const fitTopics = (known: readonly Read[]) =>
    fitSoftmax([...topicIds, noTopic], [...topicExamples(known), ...extra], shrinkage.topics)
  const fitIntents = (known: readonly Unseen[]) =>
    fitSoftmax(
      intents,
      known.map(({ question, evidence }) => ({ features: evidence, label: question.intent })),
      shrinkage.intents,
    )

  const unseen = byFold(read, (rest, fold) => {
    const model = asModel(fitTopics(rest))
    return fold.map((one): Unseen => {
      const topics = classify(model, one.features)
      return { ...one, topics, evidence: withTopicEvidence(one.features, one.reading, topics) }
    })
  })
  const judged = byFold(unseen, (rest, fold) => {
    const model = asModel(fitIntents(rest))
    return fold.map((one) => judge(one, weighRefusals(classify(model, one.evidence)), reader.words))
  })
  return { intents: fitIntents(unseen), topics: fitTopics(read), calibration: risingShares(judged) }
}

interface Unseen extends Read {
  readonly topics: readonly Scored<string>[]
  readonly evidence: Features
}

/** Does something for each fold of some items, given the rest. */
function byFold<T, R>(items: readonly T[], each: (rest: readonly T[], fold: readonly T[]) => readonly R[]): R[] {
  return Array.from({ length: folds }, (_, fold) =>
    each(
      items.filter((_item, index) => index % folds !== fold),
      items.filter((_item, index) => index % folds === fold),
    ),
  ).flat()
}

const topicExamples = (read: readonly Read[]): Example<string>[] =>
  read
    .filter(({ question }) => question.intent !== 'none')
    .map(({ question, features }) => ({ features, label: question.topics[0] ?? noTopic }))

export const asModel = <Label extends string>({ classes, bias, weights }: Trained<Label>): SoftmaxModel<Label> => ({
  classes,
  bias,
  scale: 1,
  weightsOf: (feature) => weights.get(feature),
})

function judge(
  { question, reading, topics }: Unseen,
  [intent]: readonly Scored<Intent>[],
  words: Words,
): { score: number; right: boolean } {
  const [topic] = topics
  const meshes = meshesMeant(reading, intent?.label ?? 'none', words.meshes)
  const right =
    intent?.label === question.intent &&
    (question.intent === 'none' ||
      ([...meshes].sort().join() === [...question.meshes].sort().join() &&
        (question.topics.length === 0 || question.topics.includes(topic?.label ?? ''))))
  return { score: rawScore(intent, topic), right }
}

const bins = 12

/** Shares of right readings in bins of equally many, made to rise with the score (pool adjacent violators). */
function risingShares(judged: readonly { score: number; right: boolean }[]): [number, number][] {
  const sorted = [...judged].sort((a, b) => a.score - b.score)
  const size = Math.ceil(sorted.length / bins)
  const merged: { score: number; right: number; count: number }[] = []
  for (let from = 0; from < sorted.length; from += size) {
    const bin = sorted.slice(from, from + size)
    merged.push({
      score: bin.reduce((sum, { score }) => sum + score, 0) / bin.length,
      right: bin.filter(({ right }) => right).length,
      count: bin.length,
    })
    for (let last = merged.length - 1; last > 0; last--) {
      const [before, after] = [merged[last - 1], merged[last]]
      if (!before || !after || before.right / before.count <= after.right / after.count) break
      const count = before.count + after.count
      const score = (before.score * before.count + after.score * after.count) / count
      merged.splice(last - 1, 2, { score, right: before.right + after.right, count })
    }
  }
  const points = merged.map(({ score, right, count }): [number, number] => [
    Number(score.toFixed(4)),
    Number((right / count).toFixed(4)),
  ])
  return [[0, 0], ...points]
}

import { featuresOf, noTopic, withTopicEvidence } from '../src/questions/classifier/features.ts'
import { rawScore, weighRefusals } from '../src/questions/classifier/score.ts'
import { classify, type Features, type Scored } from '../src/questions/classifier/softmax.ts'
import { meshesMeant } from '../src/questions/meshes.ts'
import { type Intent, intents } from '../src/questions/question.ts'
import type { Reader, Reading } from '../src/questions/reading.ts'
import type { Words } from '../src/questions/words.ts'
import { risingShares } from './calibration.ts'
import type { Labelled } from './data.ts'
import { asModel, type Example, fitSoftmax, type Trained } from './fit-softmax.ts'
import { byFold, folds, groupOf } from './folds.ts'
import { rounded } from './rounding.ts'
import type { TopicText } from './topic-texts.ts'

/** Found by cross-validation: some seventy topics with some hundred questions each want more of it than nine intents. */
const shrinkage = { intents: 1e-6, topics: 5e-4 } as const

interface Read {
  readonly question: Labelled
  readonly reading: Reading
  readonly features: Features
  readonly group: string
}

/** Shares of questions, 0 to 1, read right by classifiers that were trained without them. */
export interface CrossValidated {
  readonly intent: number
  /** Of those on a topic. */
  readonly topic: number
  /** Intent, meshes and topic. */
  readonly all: number
}

export interface TrainedUnderstanding {
  readonly intents: Trained<Intent>
  readonly topics: Trained<string>
  /** Score and the share of right readings at it, ascending. */
  readonly calibration: [score: number, share: number][]
  readonly crossValidated: CrossValidated
  /** How likely each topic is for a question that was trained on, as told without it. */
  readonly sharesOf: (q: string) => ReadonlyMap<string, number>
}

/** Does a stage of the training, and may say that it did. */
export type Stage = <T>(name: string, work: () => T) => T

/**
 * Trains the classifiers on labelled questions. The intents are learned from what the topic classifier says of
 * questions that it was not trained on, as it will be in use, weights rounded, and so is how far scores can be trusted.
 */
export function trainUnderstanding(
  reader: Reader,
  topicIds: readonly string[],
  questions: readonly Labelled[],
  topicTexts: readonly TopicText[],
  stage: Stage,
): TrainedUnderstanding {
  const read = stage(`reading ${questions.length} questions`, () =>
    questions.map((question): Read => {
      const reading = reader.read(question.q)
      return { question, reading, features: featuresOf(reading), group: groupOf(reading) }
    }),
  )
  const extra = topicTexts.map(({ q, topic, weight }) => {
    const reading = reader.read(q)
    const features = new Map([...featuresOf(reading)].map(([name, amount]) => [name, weight * amount]))
    return { features, label: topic, group: groupOf(reading) }
  })
  const fitTopics = (known: readonly Read[], held: ReadonlySet<string>) => {
    const besides = extra.filter(({ group }) => !held.has(group))
    return rounded(fitSoftmax([...topicIds, noTopic], [...topicExamples(known), ...besides], shrinkage.topics))
  }
  const fitIntents = (known: readonly Unseen[]) =>
    rounded(
      fitSoftmax(
        intents,
        known.map(({ question, evidence }) => ({ features: evidence, label: question.intent })),
        shrinkage.intents,
      ),
    )

  const unseen = byFold(read, (rest, fold, number) =>
    stage(`topics without fold ${number} of ${folds}`, () => {
      const model = asModel(fitTopics(rest, new Set(fold.map(({ group }) => group))))
      return fold.map((one): Unseen => {
        const topics = classify(model, one.features)
        return { ...one, topics, evidence: withTopicEvidence(one.features, one.reading, topics) }
      })
    }),
  )
  const topicsOf = new Map(unseen.map(({ question, topics }) => [question.q, topics]))
  const judged = byFold(unseen, (rest, fold, number) =>
    stage(`intents without fold ${number} of ${folds}`, () => {
      const model = asModel(fitIntents(rest))
      return fold.map((one) => judge(one, weighRefusals(classify(model, one.evidence)), reader.words))
    }),
  )
  return {
    intents: stage('intents', () => fitIntents(unseen)),
    topics: stage('topics', () => fitTopics(read, new Set())),
    calibration: risingShares(judged),
    crossValidated: rightOf(judged),
    sharesOf: (q) => new Map(topicsOf.get(q)?.flatMap(({ label, p }) => (label === noTopic ? [] : [[label, p]]))),
  }
}

interface Unseen extends Read {
  readonly topics: readonly Scored<string>[]
  readonly evidence: Features
}

const topicExamples = (read: readonly Read[]): Example<string>[] =>
  read
    .filter(({ question }) => question.intent !== 'none')
    .map(({ question, features }) => ({ features, label: question.topics[0] ?? noTopic }))

interface Judged {
  readonly score: number
  readonly right: boolean
  readonly rightIntent: boolean
  /** Undefined for a question on no topic. */
  readonly rightTopic: boolean | undefined
}

function judge({ question, reading, topics }: Unseen, [intent]: readonly Scored<Intent>[], words: Words): Judged {
  const [topic] = topics
  const meshes = meshesMeant(reading, intent?.label ?? 'none', words.meshes)
  const rightIntent = intent?.label === question.intent
  const rightTopic = question.topics.length === 0 ? undefined : question.topics.includes(topic?.label ?? '')
  const rightMeshes = [...meshes].sort().join() === [...question.meshes].sort().join()
  const right = rightIntent && (question.intent === 'none' || (rightMeshes && rightTopic !== false))
  return { score: rawScore(intent, topic), right, rightIntent, rightTopic }
}

function rightOf(judged: readonly Judged[]): CrossValidated {
  const share = (of: readonly (boolean | undefined)[]): number => of.filter((one) => one === true).length / of.length
  return {
    intent: share(judged.map(({ rightIntent }) => rightIntent)),
    topic: share(judged.flatMap(({ rightTopic }) => (rightTopic === undefined ? [] : [rightTopic]))),
    all: share(judged.map(({ right }) => right)),
  }
}

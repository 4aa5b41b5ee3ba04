import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { ModelFile } from '../src/questions/classifier/model.ts'
import type { Reader } from '../src/questions/reading.ts'
import type { Labelled, LabelledThread } from './data.ts'
import { asModel } from './fit-softmax.ts'
import { pack } from './pack.ts'
import { topicTexts } from './topic-texts.ts'
import { trainTurns } from './train-turns.ts'
import {
  type CrossValidated,
  type Stage,
  type TrainedUnderstanding,
  trainUnderstanding,
} from './train-understanding.ts'

/** Trains everything there is to train, for the topics of the knowledge. */
export function trainModel(
  knowledge: Knowledge,
  reader: Reader,
  { questions, threads }: { questions: readonly Labelled[]; threads: readonly LabelledThread[] },
  trainedOn: ModelFile['trainedOn'],
  stage: Stage,
): { model: ModelFile; crossValidated: CrossValidated; sharesOf: TrainedUnderstanding['sharesOf'] } {
  const topicIds = knowledge.topics.map(({ id }) => id)
  const trained = trainUnderstanding(reader, topicIds, questions, topicTexts(knowledge), stage)
  const { intents, topics, calibration, crossValidated, sharesOf } = trained
  const turns = stage(`turns of ${threads.length} conversations`, () =>
    trainTurns(reader, { intents: asModel(intents), topics: asModel(topics), calibration }, threads),
  )
  return { model: pack(trained, turns, trainedOn), crossValidated, sharesOf }
}

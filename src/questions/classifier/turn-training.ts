import { contextAfter } from '../follow-up.ts'
import { interpret } from '../interpret.ts'
import type { Question, ThreadContext } from '../question.ts'
import type { Reader } from '../reading.ts'
import type { UnderstandingModel } from './model.ts'
import { type Example, fitSoftmax, type Trained } from './softmax.ts'
import type { Labelled } from './training.ts'
import {
  type IntentAction,
  intentActions,
  type MeshAction,
  meshActions,
  type TopicAction,
  topicActions,
} from './turn-actions.ts'
import { actionsOf, turnFeatures } from './turns.ts'

export interface TrainedTurns {
  readonly meshes: Trained<MeshAction>
  readonly topics: Trained<TopicAction>
  readonly intents: Trained<IntentAction>
}

/** Found by cross-validation on the conversations. */
const shrinkage = 1e-6

/** Trains what the turns of conversations do, each turn being read by itself by the given model first. */
export function trainTurns(
  reader: Reader,
  model: Omit<UnderstandingModel, 'turns'>,
  threads: readonly { readonly turns: readonly Labelled[] }[],
): TrainedTurns {
  const meshes: Example<MeshAction>[] = []
  const topics: Example<TopicAction>[] = []
  const intents: Example<IntentAction>[] = []
  for (const { turns } of threads) {
    let context: ThreadContext | undefined
    for (const meant of turns) {
      const turn = interpret(reader.read(meant.q), model, reader.words)
      if (context) {
        const features = turnFeatures(turn, context, reader.words.turns)
        const actions = actionsOf(turn, context, meant)
        if (actions.mesh) meshes.push({ features, label: actions.mesh })
        if (actions.topic) topics.push({ features, label: actions.topic })
        if (actions.intent) intents.push({ features, label: actions.intent })
      }
      context = contextAfter(asMeant(turn.question, meant, context), context)
    }
  }
  return {
    meshes: fitSoftmax(meshActions, meshes, shrinkage),
    topics: fitSoftmax(topicActions, topics, shrinkage),
    intents: fitSoftmax(intentActions, intents, shrinkage),
  }
}

/** The question as it was meant, so that one misread turn doesn't spoil what the next ones teach. */
const asMeant = (read: Question, meant: Labelled, context: ThreadContext | undefined): Question => ({
  ...read,
  intent: meant.intent,
  meshes: meant.meshes,
  topics: meant.topics,
  sizes: { ...context?.sizes, ...read.sizes },
})

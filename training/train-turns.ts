import type { UnderstandingModel } from '../src/questions/classifier/model.ts'
import {
  type IntentAction,
  intentActions,
  type MeshAction,
  meshActions,
  type TopicAction,
  topicActions,
} from '../src/questions/classifier/turn-actions.ts'
import { meshesBy, turnFeatures } from '../src/questions/classifier/turns.ts'
import { contextAfter } from '../src/questions/follow-up.ts'
import { type Interpretation, interpret } from '../src/questions/interpret.ts'
import type { Question, ThreadContext } from '../src/questions/question.ts'
import type { Reader } from '../src/questions/reading.ts'
import type { Labelled } from './data.ts'
import { type Example, fitSoftmax, type Trained } from './fit-softmax.ts'
import { rounded } from './rounding.ts'

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
    meshes: rounded(fitSoftmax(meshActions, meshes, shrinkage)),
    topics: rounded(fitSoftmax(topicActions, topics, shrinkage)),
    intents: rounded(fitSoftmax(intentActions, intents, shrinkage)),
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

const same = (one: readonly string[], other: readonly string[]) =>
  new Set(one).size === new Set(other).size && one.every((item) => other.includes(item))

/** The actions that lead from a thread and a turn to what the turn means; undefined where none does, or any would. */
function actionsOf(
  turn: Interpretation,
  context: ThreadContext,
  meant: Labelled,
): { mesh: MeshAction | undefined; topic: TopicAction | undefined; intent: IntentAction | undefined } {
  const fits = (action: MeshAction) => same(meshesBy(action, turn, context), meant.meshes)
  const [topic] = meant.topics
  const isOwn = turn.likelyTopics[0] === topic
  const isKept = context.topics[0] === topic
  const own = turn.question.intent
  return {
    mesh:
      meant.intent === 'none'
        ? undefined
        : meshActions.find((action) => fits(action) && (action !== 'own' || meant.meshes.length > 0)),
    topic:
      topic === undefined || (!isOwn && !isKept)
        ? undefined
        : isKept && (!isOwn || turn.reading.topics.length === 0)
          ? 'keep'
          : 'own',
    intent:
      own === meant.intent
        ? 'own'
        : context.intent === meant.intent
          ? 'keep'
          : intentActions.find((action) => action === meant.intent),
  }
}

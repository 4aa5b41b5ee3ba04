import type { SoftmaxModel } from './softmax.ts'

/**
 * What a turn does with the meshes of its thread: names its own, keeps them, joins its own to them, means all that were
 * mentioned so far, widens to all meshes, leaves the one it names out, or picks the first, the last or the other one.
 */
export const meshActions = ['own', 'keep', 'join', 'mentioned', 'all', 'without', 'first', 'last', 'other'] as const
export type MeshAction = (typeof meshActions)[number]

export const topicActions = ['own', 'keep'] as const
export type TopicAction = (typeof topicActions)[number]

/** A turn's intent is what its words say by themselves, that of the thread, or one of these because of the thread. */
export const intentActions = ['own', 'keep', 'fact', 'compare', 'recommend', 'none'] as const
export type IntentAction = (typeof intentActions)[number]

/** The classifiers that decide what a turn does. */
export interface TurnModel {
  readonly meshes: SoftmaxModel<MeshAction>
  readonly topics: SoftmaxModel<TopicAction>
  readonly intents: SoftmaxModel<IntentAction>
}

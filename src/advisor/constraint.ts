import type { Stated } from '../knowledge/criteria-schema.ts'
import { findTopic, type Knowledge, type Topic } from '../knowledge/knowledge.ts'

/** Something that a mesh may be required to have. */
export interface Constraint {
  readonly id: string
  readonly title: string
  readonly topic: Topic
  readonly test: 'support' | 'licence' | 'sidecarless' | 'stated'
  /** How far each mesh meets it, where its facts tell it in words only. */
  readonly stated: readonly Stated[]
  readonly editionCounts: boolean
  /** Whether it says how a mesh is to be, and nothing of what is needed: who calls it a must is to have one. */
  readonly ofMesh: boolean
}

/** Every constraint there is, by its id: of the criteria, or a topic by itself. */
export function constraintsOf(knowledge: Knowledge): ReadonlyMap<string, Constraint> {
  const topics = knowledge.topics.map((topic): Constraint => {
    const { id, title } = topic
    return { id, title, topic, test: 'support', stated: [], editionCounts: true, ofMesh: false }
  })
  const own = Object.entries(knowledge.criteria.constraints).flatMap(
    ([id, { title, topic: topicId, test, stated, editionCounts, ofMesh }]): Constraint[] => {
      const topic = findTopic(knowledge, topicId)
      return topic ? [{ id, title, topic, test, stated, editionCounts, ofMesh }] : []
    },
  )
  return new Map([...topics, ...own].map((constraint) => [constraint.id, constraint]))
}

/**
 * Every constraint to choose from: a topic that a constraint of the criteria reads in its own way is left out, unless that
 * one goes by the topic's id.
 */
export function offeredConstraints({ knowledge }: { readonly knowledge: Knowledge }): readonly string[] {
  const { constraints } = knowledge.criteria
  const supported = knowledge.topics.filter(({ kind }) => kind === 'supported').map(({ id }) => id)
  return [
    ...supported.filter((id) => Object.hasOwn(constraints, id) || !isReadOtherwise(knowledge, id)),
    ...Object.keys(constraints).filter((id) => !supported.includes(id)),
  ]
}

/** Whether a constraint of the criteria that goes by another id reads this topic. */
export const isReadOtherwise = ({ criteria }: Pick<Knowledge, 'criteria'>, topicId: string): boolean =>
  Object.entries(criteria.constraints).some(([id, { topic }]) => topic === topicId && id !== topicId)

import { findTopic, type Knowledge, type Topic } from '../knowledge/knowledge.ts'

/** Something that a mesh may be required to have. */
export interface Constraint {
  readonly id: string
  readonly title: string
  readonly topic: Topic
  readonly test: 'support' | 'licence' | 'sidecarless'
  readonly editionCounts: boolean
}

/** Every constraint there is, by its id: of the criteria, or a topic by itself. */
export function constraintsOf(knowledge: Knowledge): ReadonlyMap<string, Constraint> {
  const topics = knowledge.topics.map((topic): Constraint => {
    const { id, title } = topic
    return { id, title, topic, test: 'support', editionCounts: true }
  })
  const own = Object.entries(knowledge.criteria.constraints).flatMap(
    ([id, { title, topic: topicId, test, editionCounts }]): Constraint[] => {
      const topic = findTopic(knowledge, topicId)
      return topic ? [{ id, title, topic, test, editionCounts }] : []
    },
  )
  return new Map([...topics, ...own].map((constraint) => [constraint.id, constraint]))
}

/** Every constraint to choose from: a topic that a constraint of the criteria reads in its own way is left out. */
export function offeredConstraints({ knowledge }: { readonly knowledge: Knowledge }): readonly string[] {
  const own = Object.entries(knowledge.criteria.constraints)
  const read = new Set(own.flatMap(([, { topic }]) => topic))
  const topics = knowledge.topics.filter(({ id, kind }) => kind === 'supported' && !read.has(id))
  return [...topics.map(({ id }) => id), ...own.map(([id]) => id)]
}

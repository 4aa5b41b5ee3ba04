import { completeSize } from '../estimator/cluster-size.ts'
import { findMesh, findTopic, type Knowledge, type Mesh, type Topic } from '../knowledge/knowledge.ts'
import type { Question } from '../questions/question.ts'
import type { Answer } from './answer.ts'
import { answerBest } from './best.ts'
import { answerCompare, groupScope, overall, topicScope } from './compare.ts'
import { answerTerm, answerTopic } from './define.ts'
import { answerEstimate } from './estimate.ts'
import { answerFact } from './fact.ts'
import { answerMigrate } from './migrate.ts'
import { answerNone } from './none.ts'
import { answerProfile } from './profile.ts'
import { answerSources } from './sources.ts'

/** The topic that a choice of mesh is about when no other is named. */
const choiceTopic = 'best-fit'

/** Answers a question as understood. */
export function answerQuestion(knowledge: Knowledge, question: Question): Answer {
  const named = question.meshes.flatMap((id) => findMesh(knowledge, id) ?? [])
  const meshes = named.length > 0 ? named : meshesByTrait(knowledge, question)
  const topics = question.topics.flatMap((id) => findTopic(knowledge, id) ?? [])
  const notCovered = () => answerNone(knowledge, question.meshes, question.alternatives)
  const [mesh] = meshes
  const [topic] = topics
  if (question.intent !== 'none') {
    if (question.asksFor === 'sources' && mesh && meshes.length === 1) return answerSources(knowledge, mesh, topics)
    const ordered = question.intent === 'compare' || question.intent === 'best'
    if (question.asksFor === 'why' && ordered && topics.length > 0)
      return answerFact(knowledge, meshes, topics, question)
  }

  switch (question.intent) {
    case 'none':
      return notCovered()
    case 'profile':
      return mesh ? answerProfile(knowledge, mesh) : notCovered()
    case 'define':
      return define(knowledge, question, topic) ?? notCovered()
    case 'compare':
      return compare(knowledge, question, meshes, topics)
    case 'best': {
      const about = topic ?? findTopic(knowledge, choiceTopic)
      return about ? answerBest(knowledge, about, question.order, meshes.length > 1 ? meshes : undefined) : notCovered()
    }
    case 'migrate':
      return migrate(knowledge, question, meshes)
    case 'estimate':
      return estimate(knowledge, question, meshes, topics)
    case 'recommend':
    case 'fact':
      if (topics.length > 0) return answerFact(knowledge, meshes, topics, question)
      return mesh && meshes.length === 1 ? answerProfile(knowledge, mesh) : compare(knowledge, question, meshes, topics)
  }
}

/** "The Envoy-based ones" are the meshes with that trait, unless the trait is what is asked about: the data plane. */
function meshesByTrait({ meshes }: Knowledge, { traits, topics }: Question): readonly Mesh[] {
  if (traits.length === 0 || topics.length === 0 || topics[0] === dataPlane) return []
  return meshes.filter((mesh) => traits.every((trait) => mesh.traits.includes(trait)))
}

const dataPlane = 'data-plane'

/** With no size in it, a question about overhead gets the facts; with one, the estimate for it. */
function estimate(knowledge: Knowledge, question: Question, meshes: readonly Mesh[], topics: readonly Topic[]): Answer {
  const { pods, nodes, rps, hops } = question.sizes
  const unsized = [pods, nodes, rps, hops].every((size) => size === undefined)
  if (unsized && topics.length > 0) return answerFact(knowledge, meshes, topics, question)
  const sized = completeSize({
    ...(pods === undefined ? {} : { pods }),
    ...(nodes === undefined ? {} : { nodes }),
    ...(rps === undefined ? {} : { rps }),
    ...(hops === undefined ? {} : { hops }),
  })
  if (sized.ok)
    return answerEstimate(
      knowledge,
      sized.size,
      sized.assumptions,
      meshes.map(({ id }) => id),
    )
  return {
    kind: 'clarify',
    understood: 'Estimate',
    headline: sized.problems.map(({ message }) => message).join(' '),
    suggestions: [{ label: 'An example', command: 'estimate pods=500 nodes=20' }],
  }
}

function define(knowledge: Knowledge, { term: id }: Question, topic: Topic | undefined): Answer | undefined {
  const term = knowledge.terms.find((one) => one.id === id)
  if (term) return answerTerm(knowledge, term)
  return topic && answerTopic(knowledge, topic)
}

/** One mesh is compared with all the others, none means all of them. */
function compare(
  knowledge: Knowledge,
  { groups, modes }: Question,
  named: readonly Mesh[],
  topics: readonly Topic[],
): Answer {
  const others = knowledge.meshes.filter((mesh) => !named.includes(mesh))
  const meshes = named.length > 1 ? named : [...named, ...others]
  const group = groups[0] ? groupScope(knowledge, groups[0]) : undefined
  const scope = group ?? (topics.length > 0 ? topicScope(topics) : overall(knowledge))
  return answerCompare(knowledge, meshes, scope, modes)
}

/** With one mesh named it is the one to move to, unless the words say that it is left. */
function migrate(knowledge: Knowledge, { leaves }: Question, [first, second]: readonly Mesh[]): Answer {
  if (first && second)
    return leaves === second.id ? answerMigrate(knowledge, second, first) : answerMigrate(knowledge, first, second)
  return leaves === first?.id ? answerMigrate(knowledge, first, undefined) : answerMigrate(knowledge, undefined, first)
}

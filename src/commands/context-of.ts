import { toWords } from '../advisor/words.ts'
import type { Answer } from '../answers/answer.ts'
import type { ThreadContext } from '../questions/question.ts'

/** What a thread is about after an answer that no question led to, so that "and istio?" after a button works. */
export function contextOf(answer: Answer): ThreadContext | undefined {
  const about = (
    intent: ThreadContext['intent'],
    meshes: readonly string[],
    topics: readonly string[],
  ): ThreadContext => ({
    intent,
    meshes,
    topics,
    mentioned: meshes,
    sizes: {},
  })
  const unique = (ids: readonly string[]) => [...new Set(ids)]
  switch (answer.kind) {
    case 'fact':
      return about(
        'fact',
        unique(answer.facts.map(({ mesh }) => mesh.id)),
        unique(answer.facts.map(({ topic }) => topic.id)),
      )
    case 'compare': {
      const topics = answer.rows.map(({ topic }) => topic.id)
      const meshes = answer.meshes.map(({ id }) => id)
      return about('compare', meshes, answer.scope.command === topics.join(' ') ? topics : [])
    }
    case 'best':
      return about('best', [], [answer.topic.id])
    case 'profile':
      return about('profile', [answer.mesh.id], [])
    case 'sources':
      return about(
        'fact',
        [answer.mesh.id],
        answer.entries.length === 1 ? answer.entries.map(({ topic }) => topic.id) : [],
      )
    case 'define':
      return about('define', [], unique(answer.facts.map(({ topic }) => topic.id)))
    case 'migrate': {
      const ends = [answer.from, answer.to].flatMap((mesh) => (mesh ? [mesh.id] : []))
      return about('migrate', ends, ['migration'])
    }
    case 'recommend':
      return { ...about('recommend', [], ['best-fit']), requirements: toWords(answer.recommendation.requirements) }
    case 'estimate': {
      const { pods, nodes, rps, depth } = answer.size
      return { ...about('estimate', answer.meshes, []), sizes: { pods, nodes, rps, hops: depth } }
    }
    default:
      return undefined
  }
}

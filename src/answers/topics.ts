import { compareOnGroup } from '../commands/make.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { TopicsAnswer } from './answer.ts'
import { shownMeshes } from './shown-meshes.ts'

/** Everything that can be asked about, by group. */
export function answerTopics(knowledge: Knowledge): TopicsAnswer {
  const groups = knowledge.groups.map((group) => ({
    group: { id: group.id, name: group.title },
    topics: knowledge.topics
      .filter((topic) => topic.group === group.id)
      .map(({ title, meaning }) => ({ name: title, meaning })),
  }))
  const first = shownMeshes(knowledge)
  return {
    kind: 'topics',
    understood: 'Topics',
    headline: `I know ${knowledge.meshes.length} meshes on ${knowledge.topics.length} topics in ${groups.length} areas.`,
    groups,
    suggestions: knowledge.groups.map(({ id, title }) => ({ label: title, command: compareOnGroup(first, id) })),
  }
}

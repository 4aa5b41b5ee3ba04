import { closest } from '../../../closest.ts'
import type { Rule } from '../rule.ts'

export const knownTopics: Rule = {
  name: 'known-topics',
  description: 'a mesh has cells only for topics that exist',
  check: (draft) => {
    const topicIds = Object.keys(draft.topics.data.topics)
    return [...draft.meshes.values()].flatMap((document) =>
      Object.keys(document.data.facts)
        .filter((id) => !topicIds.includes(id))
        .map((id) => {
          const near = closest(id, topicIds)
          return document.problem(['facts', id], `unknown topic "${id}"${near ? `: did you mean "${near}"?` : ''}`)
        }),
    )
  },
}

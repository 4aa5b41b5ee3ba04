import { closest } from '../../../closest.ts'
import type { Rule } from '../rule.ts'

export const completeCells: Rule = {
  name: 'complete-cells',
  description: 'each mesh has one cell for each topic, and none for a topic that does not exist',
  check: (draft) => {
    const topicIds = Object.keys(draft.topics.data.topics)
    return [...draft.meshes.values()].flatMap((document) => {
      const { facts } = document.data
      const missing = topicIds.filter((id) => !(id in facts))
      const unknown = Object.keys(facts).filter((id) => !topicIds.includes(id))
      return [
        ...missing.map((id) =>
          document.problem(
            ['facts'],
            `no cell for the topic "${id}": add it, with support "unknown" if nothing is known`,
          ),
        ),
        ...unknown.map((id) => {
          const near = closest(id, topicIds)
          return document.problem(['facts', id], `unknown topic "${id}"${near ? `: did you mean "${near}"?` : ''}`)
        }),
      ]
    })
  },
}

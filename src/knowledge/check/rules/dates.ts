import { documentsOf } from '../../draft.ts'
import { type Rule, stringsIn } from '../rule.ts'

const dateFields = new Set(['checked', 'date'])
const isoDate = /^\d{4}-\d{2}-\d{2}$/

export const dates: Rule = {
  name: 'dates',
  description: 'no date lies in the future, and nothing was checked before its sources were written',
  check: (draft, today) => {
    const future = documentsOf(draft).flatMap((document) =>
      stringsIn(document.data)
        .filter(({ path }) => path.at(-2) !== 'state')
        .filter(({ text, path }) => dateFields.has(String(path.at(-1))) && isoDate.test(text) && text > today)
        .map(({ text, path }) => document.problem(path, `${text} lies in the future`)),
    )
    const shared = draft.sources.data.sources
    const early = [...draft.meshes.values()].flatMap((document) =>
      Object.entries(document.data.facts).flatMap(([topicId, cell]) =>
        cell.sources.flatMap((id) => {
          const written = (document.data.sources[id] ?? shared[id])?.date ?? ''
          return isoDate.test(written) && written > cell.checked
            ? [
                document.problem(
                  ['facts', topicId, 'checked'],
                  `checked ${cell.checked}, before its source ${id} of ${written}`,
                ),
              ]
            : []
        }),
      ),
    )
    return [...future, ...early]
  },
}

import { documentsOf } from '../../draft.ts'
import { type Rule, stringsIn } from '../rule.ts'
import { isSourceReference } from './references.ts'

export const sourcesUsed: Rule = {
  name: 'sources-used',
  description: 'every source is used at least once, and has one entry only',
  check: (draft) => {
    const used = new Set(
      documentsOf(draft).flatMap(({ data }) =>
        stringsIn(data)
          .filter(({ path }) => isSourceReference(path))
          .map(({ text }) => text),
      ),
    )
    const seen = new Set<string>()
    return [draft.sources, draft.neighbours, ...draft.meshes.values()].flatMap((document) =>
      Object.keys(document.data.sources).flatMap((id) => {
        const twice = seen.has(id)
        seen.add(id)
        return [
          ...(twice ? [document.problem(['sources', id], `the source "${id}" is already declared elsewhere`)] : []),
          ...(used.has(id)
            ? []
            : [document.problem(['sources', id], 'nothing uses this source: cite it or remove it')]),
        ]
      }),
    )
  },
}

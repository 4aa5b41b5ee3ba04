import { documentsOf } from '../../draft.ts'
import { type Rule, stringsIn } from '../rule.ts'

/** What Slack, Markdown or HTML would read as markup. */
const markup = /`|\*\*|~~|\[[^\]]*\]\(|<[!@#a-z/]|https?:\/\//i
const notProse = new Set(['url', 'homepage', 'repository', 'title', 'run', 'phrasings', 'words'])

export const plainText: Rule = {
  name: 'plain-text',
  description: 'statements are plain text: cards escape them, so markup would show as it is',
  check: (draft) =>
    documentsOf(draft).flatMap((document) =>
      stringsIn(document.data)
        .filter(({ path }) => !path.some((key) => notProse.has(String(key))))
        .flatMap(({ text, path }) => {
          const found = markup.exec(text)
          return found ? [document.problem(path, `contains markup ("${found[0]}"): write plain words`)] : []
        }),
    ),
}

import type { Document } from '../../document.ts'
import type { Path } from '../../path.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

interface Word {
  document: Document<object>
  path: Path
  owner: string
  word: string
}

export const wordsUnshared: Rule = {
  name: 'words-unshared',
  description: 'no alias belongs to two meshes, two topics, two terms or two traits: a word must lead to one place',
  check: (draft) => {
    const meshWords = [...draft.meshes].flatMap(([owner, document]) =>
      (['aliases', 'parts'] as const).flatMap((list) =>
        document.data[list].map((word, index) => ({ document, path: [list, index], owner, word })),
      ),
    )
    const topicWords = Object.entries(draft.topics.data.topics).flatMap(([owner, { words }]) =>
      words.map((word, index) => ({ document: draft.topics, path: ['topics', owner, 'words', index], owner, word })),
    )
    const traitWords = Object.entries(draft.traits.data.traits).flatMap(([owner, { words }]) =>
      words.map((word, index) => ({ document: draft.traits, path: ['traits', owner, 'words', index], owner, word })),
    )
    const termWords = Object.entries(draft.glossary.data.terms).flatMap(([owner, { term, aliases }]) =>
      [term, ...aliases].map((word) => ({ document: draft.glossary, path: ['terms', owner], owner, word })),
    )
    return [meshWords, topicWords, traitWords, termWords].flatMap(sharedWords)
  },
}

function sharedWords(words: readonly Word[]): Problem[] {
  const owners = new Map<string, string>()
  return words.flatMap(({ document, path, owner, word }) => {
    const key = word.toLowerCase()
    const first = owners.get(key)
    if (first === undefined) owners.set(key, owner)
    return first === undefined || first === owner
      ? []
      : [document.problem(path, `"${word}" already leads to "${first}": keep it in one place`)]
  })
}

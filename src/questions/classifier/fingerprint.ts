import { createHash } from 'node:crypto'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { tokenize } from '../tokens.ts'

/** What a model was made from, as hashes: when one of them is another now, training would give another model. */
export interface Fingerprint {
  /** Of the training files, the reader's own words, and the code that reads questions and learns from them. */
  readonly reader: string
  /** Of the words of the knowledge. */
  readonly knowledge: string
}

/** The part of the fingerprint that a running service can tell at once: the words that readings are made with. */
export const knowledgeFingerprint = ({ meshes, topics, groups, traits, terms }: Knowledge): string =>
  hash(
    JSON.stringify([
      meshes.map(({ id, name, aliases, parts, lookalikes, modes }) => [
        ...[id, name, aliases, parts, lookalikes],
        Object.entries(modes).map(([mode, { words }]) => [mode, words]),
      ]),
      topics.map(({ id, title, words, phrasings, meaning }) => [id, title, words, phrasings, wordsOf(meaning)]),
      groups.map(({ id, title, words }) => [id, title, words]),
      traits.map(({ id, words }) => [id, words]),
      terms.map(({ id, term, aliases, mesh, meaning }) => [id, term, aliases, mesh, wordsOf(meaning)]),
    ]),
  )

/** Of a meaning only its words count, as words that are no slips: neither their order nor how often. */
const wordsOf = (text: string): readonly string[] => [...new Set(tokenize(text).map(({ word }) => word))].sort()

/** A short hash of some texts. */
export const hash = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16)

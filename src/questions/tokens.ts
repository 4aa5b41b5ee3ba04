import { stemmer } from 'stemmer'

/** One word of a text: as written in lower case, and its stem, so that plurals and tenses meet. */
export interface Token {
  readonly word: string
  readonly stem: string
}

const wordPattern = /[\p{L}\p{N}]+(?:\.\d+)*/gu
/** Apostrophes are dropped inside a word ("dont"), and with a possessive s ("istio's"). */
const possessive = /(?<=\p{L})['’`´]s\b/gu
const apostrophe = /(?<=\p{L})['’`´](?=\p{L})/gu

/** The longest text that is read: what comes after is no question any more. */
const longestText = 5_000

/** The words of a text, without punctuation, case, accents or width variants. */
export function tokenize(text: string): readonly Token[] {
  const plain = text
    .slice(0, longestText)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(possessive, '')
    .replace(apostrophe, '')
    .toLowerCase()
  return [...plain.matchAll(wordPattern)].map(([word]) => ({ word, stem: stemmer(word) }))
}

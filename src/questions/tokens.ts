import { stemmer } from 'stemmer'

/** One word of a text, or one number as it was written. */
export interface Token {
  /** As written, in lower case. */
  readonly word: string
  /** So that plurals and tenses meet. */
  readonly stem: string
  /** What stands between it and the word before: spaces, punctuation. */
  readonly gap: string
}

/** A number keeps its points and commas ("22,000", "1.5k"); a word ends at any, but may have a version ("v1.20"). */
const wordPattern = /\d+(?:[.,_]\d+)+[\p{L}\p{N}]*|[\p{L}\p{N}]+(?:\.\d+)*/gu
/** Apostrophes are dropped inside a word ("dont"), and with a possessive s ("istio's"). */
const possessive = /(?<=\p{L})['’`´]s\b/gu
const apostrophe = /(?<=\p{L})['’`´](?=\p{L})/gu
/** Thin and other spaces that do not break a line, between the thousands of a number. */
const thinSpace = /(?<=\d)[\u2009\u202f\u00a0](?=\d{3}(?!\d))/gu

/** A number in groups parted by spaces, if one of them could be no number by itself: 22 000. */
const spacedNumber = /(?<![\d.,])\d{1,3}(?: \d{3})* 0\d\d(?: \d{3})*(?![\d.,]*\d)/gu

/** The words of a text, without punctuation, case, accents or width variants. */
export function tokenize(text: string): readonly Token[] {
  const plain = text
    .replace(thinSpace, '_')
    .replace(spacedNumber, (number) => number.replaceAll(' ', '_'))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(possessive, '')
    .replace(apostrophe, '')
    .toLowerCase()
  const matches = [...plain.matchAll(wordPattern)]
  return matches.map((match, index) => {
    const [word] = match
    const before = matches[index - 1]
    const gap = plain.slice(before ? before.index + before[0].length : 0, match.index)
    return { word, stem: stemmer(word), gap }
  })
}

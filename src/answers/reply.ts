import { stemmer } from 'stemmer'

/** What turns a clause into a no. */
const denies = /\b(not|no|cannot|can't|never|none|nothing|neither|unsupported|impossible)\b/i
/** What keeps a clause from being a plain yes. */
const qualifies =
  /\b(only|but|unless|except|without|if|where|when|must|needs?|requires?|partly|experimental|alpha|beta|deprecated|instead|may|might|should|than|until|lacks?|fails?|blocks?|breaks?)\b/i

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+)*/gu) ?? []).map((word) => stemmer(word)))

/** One word is in many lines that say something else of it. */
const fewest = 2

/** Whether a text has every one of some words, whatever their endings. */
export function hasAll(text: string, words: readonly string[]): boolean {
  const stems = stemsOf(text)
  return words.length > 0 && words.every((word) => stems.has(stemmer(word)))
}

const articles = new Set(['a', 'an', 'the', 'its', 'any', 'all', 'your'])

/**
 * Whether what is asked is what a clause denies: it begins what the clause speaks of, or one thing of a list, or stands
 * after the no. "Calls to a pod's own address, as for a StatefulSet, are not balanced" denies nothing of StatefulSets.
 */
function isDenied(clause: string, words: readonly string[]): boolean {
  const at = clause.search(denies)
  const items = clause.slice(0, at).split(/,| and | or /)
  const begins = (item: string) => {
    const first = (item.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+)*/gu) ?? []).find((word) => !articles.has(word))
    return first !== undefined && words.some((word) => stemmer(word) === stemmer(first))
  }
  const after = stemsOf(clause.slice(at))
  return items.some(begins) || words.some((word) => after.has(stemmer(word)))
}

/**
 * The word of reply that a line gives to a question whether: only where one clause of it speaks of all that is asked, and
 * plainly denies or says it. Undefined for every other line.
 */
export function replyBy(line: string, words: readonly string[]): 'Yes.' | 'No.' | undefined {
  const said = line.replace(/^[^:;.]{1,60}: /, '')
  const clause = said.split(/[;:.](?=\s|$)|, (?=but |while |whereas |though )/).find((one) => hasAll(one, words))
  if (clause === undefined) return undefined
  if (denies.test(clause)) return isDenied(clause, words) ? 'No.' : undefined
  return words.length < fewest || qualifies.test(line) || denies.test(line) ? undefined : 'Yes.'
}

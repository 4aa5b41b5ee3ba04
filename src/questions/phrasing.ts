import type { Question } from './question.ts'
import type { Reading } from './reading.ts'
import type { Words } from './words.ts'

/** How far after "most" or "least" the word may stand that it says it of. */
const reach = 2

/**
 * Which end of the scale a superlative asks for, and whether the question asks which ones do not: "least complex" and
 * "not the heaviest" ask for the good end, "most memory" for the bad one.
 */
export function orderOf({ tokens }: Reading, words: Words['directions']): Pick<Question, 'order' | 'negated'> {
  const asksForBad = tokens.some((token, index) => {
    const before = tokens[index - 1]
    const after = tokens.slice(index + 1, index + 1 + reach)
    const has = (set: keyof Words['directions']) => after.some((one) => words[set].has(one))
    if (words.much.has(token)) return has('burdens') || has('bad-end')
    if (words.little.has(token)) return has('good-end') && !has('burdens')
    return words['bad-end'].has(token) && !words.turning.has(before) && !words.most.has(before)
  })
  return { order: asksForBad ? 'worst' : 'best', negated: tokens.some((token) => words.negations.has(token)) }
}

/** A turn of up to so many words can ask for the documents behind an answer; one of these few by the word alone. */
const shortTurn = 9
const bareTurn = 4

/** What a short turn asks for about what was said before: the reasons, or the documents. */
export function referenceOf({ tokens }: Reading, words: Words['turns']): Pick<Question, 'asksFor'> {
  const asksForSources =
    tokens.length <= shortTurn &&
    tokens.some(
      (token, index) =>
        words.sources.has(token) &&
        !words['not-sources-after'].has(tokens[index - 1]) &&
        (tokens.length <= bareTurn || words['sources-after'].has(tokens[index - 1]?.word ?? '')),
    )
  if (asksForSources) return { asksFor: 'sources' }
  return tokens.some((token) => words.reasons.has(token)) ? { asksFor: 'why' } : {}
}

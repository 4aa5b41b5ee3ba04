import type { Span } from '../questions/phrases.ts'
import type { Token } from '../questions/tokens.ts'
import type { Words } from '../questions/words.ts'

type WishWords = Words['wishes']

/** How far before a phrase a word may stand that denies it. */
const denialReach = 4

/** Whether some words demand what they name, rather than wish for it. */
export const isDemanded = (tokens: readonly Token[], words: WishWords): boolean =>
  tokens.some((token) => words.demands.has(token)) || words['demand-phrases'].find(tokens).length > 0

/** Whether some words put off what is named: "later, if it becomes a requirement". */
export const isDeferred = (tokens: readonly Token[], words: WishWords): boolean =>
  words.deferrals.find(tokens).length > 0

/**
 * Whether what a phrase names is denied by a word just before it: "without VMs". A denied quality denies nothing else
 * ("zero config mTLS"), and a demand ends a denial ("no VMs and need mTLS") unless it is what is denied ("no need for").
 */
export const isDenied = (tokens: readonly Token[], { start }: Span, words: WishWords): boolean =>
  tokens.slice(0, start).some((token, at) => {
    if (at < start - denialReach || !words.denials.has(token)) return false
    const between = tokens.slice(at + 1, start)
    return !words.qualities.has(between[0]) && !between.slice(1).some((one) => words.demands.has(one))
  })

/** Whether a denial says that something isn't asked for, as in "we don't need X", rather than only missing today. */
export const isUnwanted = (tokens: readonly Token[], words: WishWords): boolean =>
  tokens.some((token) => words.wants.has(token))

/** Whether a clause says that what it names matters above all. */
export const isEmphatic = (tokens: readonly Token[], words: WishWords): boolean =>
  tokens.some((token) => words.emphases.has(token))

/** Whether a clause says that what it names is seen to already, and asks for none of it. */
export const isMet = (tokens: readonly Token[], words: WishWords): boolean =>
  words['met-surely'].find(tokens).length > 0 || (words.met.find(tokens).length > 0 && !isDemanded(tokens, words))

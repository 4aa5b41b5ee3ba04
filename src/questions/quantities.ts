import { numeralOf, scaleOf } from './numerals.ts'
import type { Span } from './phrases.ts'
import { type Token, tokenize } from './tokens.ts'
import { wordSet } from './word-sets.ts'
import type { NumberWords } from './words.ts'

/** A number in a text, however it is written. Below zero where a minus stands before it. */
export interface Quantity extends Span {
  readonly value: number
}

const none = { words: wordSet([]), amounts: new Map<string, number>() } as const
/** Numbers in digits alone, for where no words are expected. */
export const digits: NumberWords = {
  numbers: none.amounts,
  multiples: none.amounts,
  plurals: none.amounts,
  few: none.amounts,
  halves: none.words,
  articles: none.words,
  of: none.words,
  and: none.words,
  minus: none.words,
  to: none.words,
  from: none.words,
  between: none.words,
  pronouns: none.words,
}

/** A part of a number as read: up to where, and the last factor in it (1000 in "two thousand"). */
interface Amount {
  readonly value: number
  readonly end: number
  readonly scale: number
}

/** A dash right before a number and nothing before the dash: "-5", "pods: -5", but no list ("- 5 pods"). */
const minusSign = /(?:^|[\s:=(])[-−–]$/
const dash = /^\s*[-–—]\s*$/
/** How many of a multiple there may be: "1500 thousand" is a number, "hundred hundred hundred" none. */
const largest = 10_000
/** Words of one number stand side by side or are joined by a hyphen: "twenty-five". */
const together = /^[\s-]*$/

/** The numbers in a text, in digits and words, the longest at each place. A range is read as its middle. */
export function findQuantities(tokens: readonly Token[], words: NumberWords): readonly Quantity[] {
  const found: Quantity[] = []
  for (let start = 0; start < tokens.length; ) {
    const read = rangeAt(tokens, start, words)
    if (read) found.push({ start, end: read.end, value: read.value })
    start = read?.end ?? start + 1
  }
  return found
}

/** The number that a whole text is, such as the value of a flag or a field. NaN for anything else, which all refuse. */
export function quantityOf(text: string, words: NumberWords = digits): number {
  if (!/^\s*[-−–]?[\p{L}\p{N}][\p{L}\p{N}\s.,_–—-]*$/u.test(text)) return Number.NaN
  const tokens = tokenize(text)
  const [only] = findQuantities(tokens, words)
  return only && only.start === 0 && only.end === tokens.length ? only.value : Number.NaN
}

/**
 * "2k–3k" and "2000 to 3000" are read as the middle, of whole numbers as the next whole one; "2–3k" is from 2000 on.
 * "From 500 to 2000" is no range but a change, and two numbers.
 */
function rangeAt(tokens: readonly Token[], at: number, words: NumberWords): Amount | undefined {
  const low = signedAt(tokens, at, words)
  const next = low && tokens[low.end]
  if (!low || !next || low.value < 0) return low
  const before = tokens[at - 1]
  const isRange = words.between.has(before) ? words.and.has(next) : words.to.has(next) && !words.from.has(before)
  const high = isRange ? amountAt(tokens, low.end + 1, words) : dash.test(next.gap) && amountAt(tokens, low.end, words)
  if (!high) return low
  const from = low.scale === 1 && low.value * high.scale < high.value ? low.value * high.scale : low.value
  const middle = (from + high.value) / 2
  return { ...high, value: Number.isInteger(from) && Number.isInteger(high.value) ? Math.ceil(middle) : middle }
}

function signedAt(tokens: readonly Token[], at: number, words: NumberWords): Amount | undefined {
  const isMinus = words.minus.has(tokens[at])
  const amount = amountAt(tokens, isMinus ? at + 1 : at, words)
  return amount && (isMinus || minusSign.test(tokens[at]?.gap ?? '')) ? { ...amount, value: -amount.value } : amount
}

/** A number without a sign: how many, of which multiple, and what is added: "two hundred and fifty thousand". */
function amountAt(tokens: readonly Token[], at: number, words: NumberWords): Amount | undefined {
  const opening = openingAt(tokens, at, words)
  return opening && multiplied(tokens, opening, words)
}

function multiplied(tokens: readonly Token[], amount: Amount, words: NumberWords): Amount {
  const at = words.of.has(tokens[amount.end]) ? amount.end + 1 : amount.end
  const factor = multipleAt(tokens, at, words)
  if (factor === undefined || amount.value >= factor * largest) return amount
  return multiplied(
    tokens,
    added(tokens, { value: times(amount.value, factor), end: at + 1, scale: factor }, words),
    words,
  )
}

/** A product without what binary fractions leave behind: a multiple of 0.000246 is no less exact than that. */
const times = (amount: number, factor: number): number => Number((amount * factor).toPrecision(15))

function multipleAt(tokens: readonly Token[], at: number, { multiples, plurals }: NumberWords): number | undefined {
  const token = tokens[at]
  return token && together.test(token.gap) ? (multiples.get(token.word) ?? plurals.get(token.word)) : undefined
}

/** "Two hundred" with the "and fifty" after it: less than the multiple, and in words. */
function added(tokens: readonly Token[], amount: Amount, words: NumberWords): Amount {
  const at = words.and.has(tokens[amount.end]) ? amount.end + 1 : amount.end
  const token = tokens[at]
  if (!token || !together.test(token.gap) || !words.numbers.has(token.word)) return amount
  const rest = amount.scale < 1_000 ? smallAt(tokens, at, words) : amountAt(tokens, at, words)
  return rest && rest.value < amount.scale ? { ...amount, value: amount.value + rest.value, end: rest.end } : amount
}

/** How a number begins: in digits, with a small number, "a couple", "half a", "tens", or with its multiple. */
function openingAt(tokens: readonly Token[], at: number, words: NumberWords): Amount | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const value = numeralOf(token.word)
  if (value !== undefined) return { value, end: at + 1, scale: scaleOf(token.word) }
  const plural = words.plurals.get(token.word)
  if (plural !== undefined) return { value: 2 * plural, end: at + 1, scale: plural }
  if (words.halves.has(token)) {
    const end = words.articles.has(tokens[at + 1]) ? at + 2 : at + 1
    return multipleAt(tokens, end, words) === undefined ? undefined : { value: 0.5, end, scale: 1 }
  }
  const start = words.articles.has(token) ? at + 1 : at
  const few = words.few.get(tokens[start]?.word ?? '')
  if (few !== undefined && start > at) return { value: few, end: start + 1, scale: 1 }
  if (multipleAt(tokens, start, words) !== undefined) return oneOf(tokens[start], start)
  return smallAt(tokens, at, words)
}

/** "A hundred" and "hundred" are one hundred, but a lone k is a letter. */
const oneOf = (token: Token | undefined, end: number): Amount | undefined =>
  token && token.word.length > 1 ? { value: 1, end, scale: 1 } : undefined

/** A number word up to ninety-nine. */
function smallAt(tokens: readonly Token[], at: number, words: NumberWords): Amount | undefined {
  const value = words.numbers.get(tokens[at]?.word ?? '')
  if (value === undefined || (value === 1 && words.pronouns.has(tokens[at - 1]))) return undefined
  const next = tokens[at + 1]
  const ones = value >= 20 && next && together.test(next.gap) ? words.numbers.get(next.word) : undefined
  const isPair = ones !== undefined && ones < 10
  return { value: isPair ? value + ones : value, end: isPair ? at + 2 : at + 1, scale: 1 }
}

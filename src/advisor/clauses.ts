import type { Found, Span } from '../questions/phrases.ts'
import type { Quantity } from '../questions/quantities.ts'
import type { Mention, Reading } from '../questions/reading.ts'
import type { Token } from '../questions/tokens.ts'
import type { Words } from '../questions/words.ts'

/** A part of a text that says one thing, with what was found in it. Places are counted within it. */
export interface Clause {
  readonly tokens: readonly Token[]
  readonly topics: readonly Found<string>[]
  readonly mentions: readonly Mention[]
  readonly quantities: readonly Quantity[]
  /** Whether it goes on with the sentence of the clause before. */
  readonly continues: boolean
  /** Whether a colon follows it: what comes then is what it announces. */
  readonly isTitle: boolean
}

/** The ends of sentences, and of parts of them. A point or colon within a name ends nothing. */
const sentenceEnd = /[;!?\n]|[.:]\s/
const titleEnd = /^:\s/
const partEnd = /,/
const beforeNumber = /^\s*[:=]\s*$/

/** No clause that anybody reads is longer: what is, such as a list of names, is read in parts, each weighed against itself. */
const longestClause = 80

/** The clauses of a text: punctuation ends one, and so does a word such as "but", or "and" with a subject or a verb. */
export function clausesOf(reading: Reading, words: Words['wishes']): readonly Clause[] {
  const { tokens, quantities } = reading
  const numbers = new Set(quantities.map(({ start }) => start))
  const isLabel = (at: number) => numbers.has(at) && beforeNumber.test(tokens[at]?.gap ?? '')
  const isTurn = (token: Token, at: number) => words.turns.has(token) && !words['no-turns-after'].has(tokens[at - 1])
  const isBeginning = (token: Token, at: number) =>
    words.beginning.has(token.word) && words.and.has(tokens[at - 1]?.word ?? '')
  const endsBefore = (token: Token, at: number) =>
    !isLabel(at) &&
    (sentenceEnd.test(token.gap) || partEnd.test(token.gap) || isTurn(token, at) || isBeginning(token, at))
  const starts = [0]
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && (endsBefore(token, at) || at - (starts.at(-1) ?? 0) >= longestClause)) starts.push(at)
  }
  return starts.map((start, index) => clauseOf(reading, { start, end: starts[index + 1] ?? tokens.length }))
}

function clauseOf({ tokens, topics, mentions, quantities }: Reading, { start, end }: Span): Clause {
  const within = <T extends Span>(found: readonly T[]): readonly T[] =>
    found
      .filter((one) => start <= one.start && one.end <= end)
      .map((one) => ({ ...one, start: one.start - start, end: one.end - start }))
  return {
    tokens: tokens.slice(start, end),
    topics: within(topics),
    mentions: within(mentions),
    quantities: within(quantities),
    continues: start > 0 && !sentenceEnd.test(tokens[start]?.gap ?? ''),
    isTitle: titleEnd.test(tokens[end]?.gap ?? ''),
  }
}

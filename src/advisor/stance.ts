import { placesIn, type Span } from '../questions/phrases.ts'
import type { Words } from '../questions/words.ts'
import type { Clause } from './clauses.ts'
import { isInDoubt } from './doubt.ts'
import { isDeferred, isDemanded, isDenied, isLimited, isMet, isThere, isUnwanted } from './wish-strength.ts'

/** What a clause says of all that it lists, and of what the next clauses list on: "we need retries, tracing and FIPS". */
export interface Stance {
  readonly level: 'must' | 'should'
  readonly isDenied: boolean
  /** That it tells of what there is. */
  readonly isThere: boolean
}

/** How strongly a clause asks for what it names; `after` is the rest of its sentence, where that may put it off. */
export function levelOf({ tokens }: Clause, after: Clause['tokens'], words: Words): Stance['level'] {
  const isPutOff = isDeferred(tokens, words.wishes) || isDeferred(after, words.wishes)
  const isLess = isPutOff || isLimited(tokens, words.wishes) || isInDoubt(tokens, words)
  return isDemanded(tokens, words.wishes) && !isLess ? 'must' : 'should'
}

/** What a clause says of the list that it begins: by a word before the first thing in it, or as the title of a list. */
export function stanceFrom(
  clause: Clause,
  wishes: readonly Span[],
  level: Stance['level'],
  words: Words,
): Stance | undefined {
  const { tokens, isTitle } = clause
  const [first] = [...wishes].sort((a, b) => a.start - b.start)
  if (first === undefined) {
    if (isTitle) return titled(clause, level, words)
    // "20 services with Traefik", "we run checkout": what is listed on is there as well.
    const isOn = isThere(clause, { start: tokens.length, end: tokens.length }, words)
    return isOn && namesMore(clause, words.wishes) ? { level, isDenied: false, isThere: true } : undefined
  }
  const there = isThere(clause, first, words)
  if (!isDemanded(tokens.slice(0, first.start), words.wishes) && !there) return undefined
  return { level, isDenied: isDenied(tokens, first, words.wishes), isThere: there }
}

/** Whether something unknown is named after "with" or "we run", and not how many there are of something. */
function namesMore({ tokens, quantities }: Clause, { having, there }: Words['wishes']): boolean {
  const along = tokens.findIndex(({ word }, at) => at > 0 && having.has(word)) + 1
  const after = Math.max(along, ...there.find(tokens).map(({ end }) => end))
  return after > 0 && after < tokens.length && !quantities.some(({ start }) => start >= after)
}

/** "Requirements:", "nice to have:", "not needed:". Any other title says nothing of its list. */
function titled({ tokens }: Clause, level: Stance['level'], all: Words): Stance | undefined {
  const words = all.wishes
  const isDecided = words['decided-titles'].find(tokens).length > 0
  const isOut = !isDecided && isRefused(tokens, words)
  if (!isOut && !isDecided && !isDemanded(tokens, words) && !isDeferred(tokens, words)) return undefined
  return { level: isDecided ? 'must' : level, isDenied: isOut, isThere: isMet(tokens, all) }
}

/** "Out of scope:", "rejected:", "not needed:", and "won't:", which says it alone. */
const isRefused = (tokens: Clause['tokens'], words: Words['wishes']): boolean =>
  words.dismissals.find(tokens).length > 0 ||
  words['refused-titles'].find(tokens).length > 0 ||
  (tokens.some(words.denials.has) && (tokens.length === 1 || isUnwanted(tokens, words)))

/** Whether a clause goes on with the list of the one before: it names things, and states nothing of its own. */
export const isListItem = (
  clause: Clause,
  before: Clause | undefined,
  wishes: readonly Span[],
  words: Words,
): boolean =>
  (clause.continues || before?.isTitle === true) && wishes.length > 0 && statesNothing(clause, wishes, words)

/** Whether a list goes on past a clause that names nothing known. */
export const goesOn = (clause: Clause, wishes: readonly Span[], words: Words): boolean =>
  clause.continues && wishes.length === 0 && statesNothing(clause, wishes, words)

function statesNothing({ tokens }: Clause, wishes: readonly Span[], { wishes: words }: Words): boolean {
  const wished = placesIn(wishes)
  const opening = words.and.has(tokens[0]?.word ?? '') ? 1 : 0
  return (
    !isDeferred(tokens, words) &&
    tokens.every(
      (token, at) =>
        wished.has(at) ||
        (at === opening && words.bare.has(token.word)) ||
        !(words.stating.has(token.word) || words.denials.has(token) || words.demands.has(token)),
    )
  )
}

/** Whether a clause says the same of what it names as the one before: "X is a must, Y too". */
export const isLikewise = ({ tokens, continues }: Clause, words: Words['wishes']): boolean =>
  continues && words.likewise.find(tokens).length > 0 && !tokens.some(words.denials.has)

import { placesIn, type Span } from '../questions/phrases.ts'
import type { Token } from '../questions/tokens.ts'
import type { Words } from '../questions/words.ts'
import type { Clause } from './clauses.ts'
import { isInDoubt } from './doubt.ts'

type WishWords = Words['wishes']

/** How far from a phrase a word may stand that denies it, small words not counted. */
const reach = { before: 4, after: 3, wanting: 2, past: 2, doing: 2, mesh: 2 } as const

/** Whether some words demand what they name, rather than wish for it; what was demanded once is no demand. */
export const isDemanded = (tokens: readonly Token[], words: WishWords): boolean =>
  tokens.some(
    (token, at) =>
      words.demands.has(token) &&
      !tokens.slice(Math.max(0, at - reach.past), at).some(({ word }) => words.past.has(word)),
  ) ||
  words['demand-phrases'].find(tokens).length > 0 ||
  isDecided(tokens, words)

/** Whether to have what some words name is decided: "mTLS is a given", "settled on mTLS"; not "never agreed", "if approved". */
function isDecided(tokens: readonly Token[], words: WishWords): boolean {
  const isSo = (at: number) => !tokens.slice(0, at).some(({ word }) => words.undecided.has(word))
  const isDenied = (at: number) => tokens.slice(Math.max(0, at - reach.past), at).some(words.denials.has)
  return (
    tokens.some(({ word }, at) => words.decided.has(word) && isSo(at) && !isDenied(at)) ||
    words['decided-phrases'].find(tokens).some(({ start }) => isSo(start))
  )
}

/** Whether some words put off what is named: "later, if it becomes a requirement". */
export const isDeferred = (tokens: readonly Token[], words: WishWords): boolean =>
  words.deferrals.find(tokens).length > 0

/** Whether some words ask for a part only of what they name: "needed in some namespaces only". */
export const isLimited = (tokens: readonly Token[], words: WishWords): boolean => words.limited.find(tokens).length > 0

/**
 * Whether what a phrase names is denied by a word just before it: "without VMs". A denied quality denies nothing else
 * ("zero config mTLS"), a demand ends a denial ("no VMs and need mTLS") unless it is what is denied ("no need for"), and what
 * must not be lost is not denied ("without giving up tracing").
 */
export function isDenied(tokens: readonly Token[], { start }: Span, words: WishWords): boolean {
  const before = tokens.slice(0, start)
  const farFrom = (at: number) => before.slice(at).filter(({ word }) => !words.fillers.has(word)).length
  if (words.preferred.find(before).some(({ end }) => end === start)) return true
  if (words['decided-against'].find(before).some(({ end }) => farFrom(end) < reach.before)) return true
  // "There is no way without it" denies nothing.
  const decided = placesIn(words['decided-phrases'].find(before))
  return before.some((token, at) => {
    if (!words.denials.has(token) || decided.has(at)) return false
    const between = before.slice(at + 1)
    const far = farFrom(at + 1)
    const isHeld = between.some(({ word }) => words.losing.has(word)) || between.slice(1).some(words.demands.has)
    return far < reach.before && !words.qualities.has(between[0]) && !isHeld
  })
}

/**
 * Whether it is said right after a phrase that what it names does not count: "is not needed", "does not matter", "is out of
 * scope".
 */
export function isDismissed(tokens: readonly Token[], { end }: Span, words: WishWords): boolean {
  const after = tokens.slice(end, end + reach.after)
  const isWord = words.dismissals.find(tokens.slice(end)).some(({ start }) => start < reach.after)
  return (
    isWord ||
    after.some((token, at) => {
      const wanted = tokens.slice(end + at + 1, end + at + 1 + reach.wanting)
      return words.denials.has(token) && wanted.some((one) => words.wants.has(one) || words.emphases.has(one))
    })
  )
}

/** Whether a denial says that something isn't asked for, as in "we don't need X", rather than only missing today. */
export const isUnwanted = (tokens: readonly Token[], words: WishWords): boolean =>
  tokens.some((token) => words.wants.has(token)) ||
  words.dropping.find(tokens).length > 0 ||
  words['decided-against'].find(tokens).length > 0

/** Whether a clause says that what it names matters above all. */
export const isEmphatic = (tokens: readonly Token[], words: WishWords): boolean =>
  tokens.some((token) => words.emphases.has(token))

/** Whether a clause says that what it names is seen to already, and asks for none of it. */
export function isMet(tokens: readonly Token[], { wishes, choosing }: Words): boolean {
  const isOfMesh = tokens.some(({ word }) => choosing.meshes.has(word))
  const isGiven = wishes.given.find(tokens).length > 0 || isDoneByMeans(tokens, wishes)
  const isSaid = wishes.met.find(tokens).length > 0 || (!isOfMesh && isGiven)
  return wishes['met-surely'].find(tokens).length > 0 || (isSaid && !isWishing(tokens, wishes))
}

/**
 * The meshes by which a clause says that something is done or had: "mTLS with Linkerd", "Istio gives us mTLS". What is
 * looked at beside it ("before we look at Istio") does nothing yet.
 */
export const meshesBy = ({ tokens, mentions }: Clause, words: WishWords): readonly string[] =>
  mentions.flatMap(({ mesh, start, by }) => {
    const before = tokens.slice(Math.max(0, start - reach.mesh), start)
    return by === 'name' && (start === 0 || before.some(({ word }) => words['by-mesh'].has(word))) ? [mesh] : []
  })

/** "Cert-manager issues our certificates": what something else than a mesh does, right after its name. */
const isDoneByMeans = (tokens: readonly Token[], { means, doing }: WishWords): boolean =>
  means.find(tokens).some(({ end }) => tokens.slice(end, end + reach.doing).some(({ word }) => doing.has(word)))

/** Whether a clause asks for what it names. */
export const isWishing = (tokens: readonly Token[], words: WishWords): boolean =>
  isDemanded(tokens, words) || tokens.some(({ word }) => words.wishing.has(word))

/**
 * Whether what a phrase names is told of as being there, and not wished for: "we have network policies", "20 services with
 * cert-manager", "network policy is enough".
 */
export function isThere({ tokens, quantities }: Clause, { start, end }: Span, words: Words): boolean {
  const { there, enough, having } = words.wishes
  // "Is there something with X" asks for it.
  const isAsked = words.choosing.whether.has(tokens[0]?.word ?? '')
  if (isAsked || isWishing(tokens, words.wishes)) return false
  const along = tokens.findIndex(({ word }, at) => having.has(word) && at < start)
  const isOfSomething =
    quantities.some((quantity) => quantity.end <= along) ||
    tokens.slice(0, along).some(({ word }) => words.turns.ourselves.has(word))
  return (
    there.find(tokens.slice(0, start)).length > 0 ||
    enough.find(tokens.slice(end)).length > 0 ||
    (along > 0 && isOfSomething)
  )
}

/** Whether what a phrase names is only thought of: "if mTLS becomes a requirement", "do we need a mesh with mTLS". */
export function isSupposed(tokens: readonly Token[], { start }: Span, words: Words): boolean {
  const before = tokens.slice(0, start)
  const isPutOff = isDeferred(tokens.slice(start), words.wishes)
  return (
    (isPutOff && before.some(({ word }) => words.wishes.supposing.has(word))) ||
    (isInDoubt(before, words) && before.some(({ word }) => words.wishes.having.has(word)))
  )
}

import { hasDecimalPoint } from './numerals.ts'
import type { Span } from './phrases.ts'
import type { Quantity } from './quantities.ts'
import type { Token } from './tokens.ts'
import type { Counted, Counts, QuantityWords } from './words.ts'

/** How far a unit may stand from its number: "500 small pods". */
const reach = 2
const label = /[:=]/
/** What is said in the next sentence is no unit of this one. */
const sentenceEnd = /[.;!?\n](?:\s|$)/

/** Numbers without the versions among them: one with a point right after the name of a product, as in "istio 1.20". */
export const withoutVersions = (
  quantities: readonly Quantity[],
  tokens: readonly Token[],
  names: readonly Span[],
  words: QuantityWords,
): readonly Quantity[] =>
  quantities.filter(({ start }) => {
    const isNamed = names.some(({ end }) => end === start) || words.versioned.has(tokens[start - 1])
    return !(isNamed && hasDecimalPoint(tokens[start]?.word ?? ''))
  })

/**
 * What the numbers of a text count, such as 500 pods on 20 nodes: of two numbers of the same, the one that is said to be of
 * all, or else the first. A number of each cluster is taken as often as there are clusters.
 */
export function findCounts(tokens: readonly Token[], quantities: readonly Quantity[], words: QuantityWords): Counts {
  const leads = words['counts-before'].find(tokens)
  const leadTo = (start: number) => leads.find(({ end }) => end === skipBack(tokens, start, words))?.value
  const labels = new Set(labelled(tokens, quantities))
  const isUnitFirst = words.units.of(tokens[0]) !== undefined && quantities[0]?.start === 1
  const found: Counting[] = []
  for (const [index, quantity] of quantities.entries()) {
    if (words['no-count-after'].has(tokens[quantity.start - 1]?.word ?? '')) continue
    if (words.measures.has(tokens[quantity.end]?.word ?? '')) continue
    const next = quantities[index + 1]
    const isLabelled = labels.has(quantity)
    const unit =
      leadTo(quantity.start) ??
      (isLabelled ? words.units.of(tokens[quantity.start - 1]) : undefined) ??
      unitOf(tokens, quantity, words, {
        from: isLabelled ? quantity.start : (quantities[index - 1]?.end ?? 0),
        // The label of the next number is no unit of this one.
        to: next ? next.start - (labels.has(next) ? 1 : 0) : tokens.length,
        isUnitFirst,
      })
    if (unit) found.push({ unit, value: quantity.value, of: scopeAfter(tokens, quantity, next, words) })
  }
  return summed(found)
}

interface Counting {
  readonly unit: Counted
  readonly value: number
  readonly of: 'each' | 'whole' | 'said'
}

/** How far after a number it may be said what it is a number of. */
const scopeReach = 5

/** Whether a number is one of each of several, or of all of them. */
function scopeAfter(
  tokens: readonly Token[],
  { end }: Quantity,
  next: Quantity | undefined,
  { each, whole }: QuantityWords,
): Counting['of'] {
  const after = tokens.slice(end, Math.min(end + scopeReach, next?.start ?? tokens.length))
  if (whole.find(after).length > 0) return 'whole'
  return each.find(after).length > 0 ? 'each' : 'said'
}

function summed(found: readonly Counting[]): Counts {
  const first = (unit: Counted, of: Counting['of']) => found.find((one) => one.unit === unit && one.of === of)?.value
  const clusters = first('clusters', 'whole') ?? first('clusters', 'said')
  const units = [...new Set(found.map(({ unit }) => unit))]
  return Object.fromEntries(
    units.flatMap((unit) => {
      const each = first(unit, 'each')
      const value = first(unit, 'whole') ?? first(unit, 'said') ?? (each === undefined ? each : each * (clusters ?? 1))
      return value === undefined ? [] : [[unit, value] as const]
    }),
  )
}

/** The place of a number without the words before it that only say "about". */
const skipBack = (tokens: readonly Token[], start: number, words: QuantityWords): number =>
  words.about.has(tokens[start - 1]) ? skipBack(tokens, start - 1, words) : start

/**
 * The unit nearest to a number, between the numbers around it: after it first ("500 pods"), unless a text shows by its
 * first word that units come first ("pods 300 nodes 12").
 */
function unitOf(
  tokens: readonly Token[],
  { start, end }: Quantity,
  { units, of, 'no-unit-before': others }: QuantityWords,
  { from, to, isUnitFirst }: { readonly from: number; readonly to: number; readonly isUnitFirst: boolean },
): Counted | undefined {
  // "Service mesh" counts no services.
  const isUnit = (at: number) => !others.has(tokens[at + 1]?.word ?? '')
  const within = (first: number, stop: number) => tokens.slice(first, stop).filter((_, at) => isUnit(first + at))
  const before = within(Math.max(from, start - reach), start).reverse()
  // "Dozens of small clusters" is as near as "twelve small clusters".
  const first = of.has(tokens[end]) ? end + 1 : end
  const stop = Math.min(to, first + reach)
  const ended = tokens.slice(end, stop).findIndex(({ gap }) => sentenceEnd.test(gap))
  const after = within(first, ended < 0 ? stop : end + ended)
  const around = isUnitFirst ? [...before, ...after] : [...after, ...before]
  return around.map((token) => units.of(token)).find((found) => found !== undefined)
}

/**
 * The numbers that have a label, as in "pods: 500": it says what they count, and nothing else does. What stands right
 * after another number without a label is the unit of that one: "500 pods: 20 nodes".
 */
function labelled(tokens: readonly Token[], quantities: readonly Quantity[]): readonly Quantity[] {
  const found: Quantity[] = []
  for (const [index, quantity] of quantities.entries()) {
    const { start } = quantity
    const previous = quantities[index - 1]
    const isTaken = previous?.end === start - 1 && found.at(-1) !== previous
    if (start > 0 && label.test(tokens[start]?.gap ?? '') && !isTaken) found.push(quantity)
  }
  return found
}

/** The labels of a list of numbers, such as "VirtualServices: 45 Services: 76": two at least. */
export function labelsOf(tokens: readonly Token[], quantities: readonly Quantity[]): readonly Span[] {
  const labels = labelled(tokens, quantities).map(({ start }) => ({ start: start - 1, end: start }))
  return labels.length > 1 ? labels : []
}

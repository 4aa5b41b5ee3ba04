import type { Question } from './question.ts'
import type { Reading } from './reading.ts'

/** Stems of adjectives that ask for the lower end of what one would want. */
const badEnd = new Set([
  'worst',
  'weakest',
  'heaviest',
  'hungriest',
  'slowest',
  'hardest',
  'costliest',
  'poorest',
  'least',
  'most',
  'highest',
  'biggest',
  'largest',
  'complex',
  'pain',
  'expens',
  'difficult',
  'bloat',
  'trickiest',
  'fattest',
  'messiest',
])
const goodEnd = new Set([
  'best',
  'strongest',
  'lightest',
  'leanest',
  'fastest',
  'quickest',
  'easiest',
  'cheapest',
  'lowest',
  'smallest',
  'simplest',
  'simpl',
  'easi',
  'mature',
  'matur',
  'cheap',
  'fast',
  'light',
  'secur',
  'power',
  'featur',
  'richest',
  'better',
])
/** Words that turn the adjective after them to its opposite. */
const turned = new Set(['least', 'not', 'less', 'lowest', 'fewest', 'smallest'])
/** What one wants little of, so that "most" of it is the bad end. */
const burdens = new Set([
  'memori',
  'ram',
  'cpu',
  'core',
  'latenc',
  'overhead',
  'resourc',
  'cost',
  'delai',
  'delay',
  'mb',
  'crd',
])

/**
 * Which end of the scale a superlative asks for, and whether the question asks which ones do not: "least complex" and
 * "not the heaviest" ask for the good end, "most memory" for the bad one.
 */
export function orderOf({ tokens }: Reading): Pick<Question, 'order' | 'negated'> {
  const stems = tokens.map(({ stem }) => stem)
  const negations = stems.some((stem) =>
    ['dont', 'doesnt', 'cant', 'without', 'lack', 'not', 'no', 'miss'].includes(stem),
  )
  let bad = false
  for (const [index, stem] of stems.entries()) {
    const before = stems[index - 1] ?? ''
    const after = stems.slice(index + 1, index + 3)
    if (stem === 'most' || stem === 'highest' || stem === 'more')
      bad ||= after.some((one) => burdens.has(one) || badEnd.has(one))
    else if (stem === 'least') bad ||= after.some((one) => goodEnd.has(one)) && !after.some((one) => burdens.has(one))
    // After "most" it has been counted already.
    else if (badEnd.has(stem)) bad ||= !turned.has(before) && before !== 'most'
  }
  return { order: bad ? 'worst' : 'best', negated: negations }
}

/** What a short turn asks for about what was said before: the reasons, or the documents. */
export function referenceOf({ tokens }: Reading): Pick<Question, 'asksFor'> {
  const asksForSources = tokens.some(
    ({ stem }, index) => ['sourc', 'refer', 'citat'].includes(stem) && tokens[index - 1]?.stem !== 'open',
  )
  if (asksForSources) return { asksFor: 'sources' }
  return tokens.some(({ stem }) => stem === 'why') ? { asksFor: 'why' } : {}
}

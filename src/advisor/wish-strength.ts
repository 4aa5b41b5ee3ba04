import type { Span } from '../questions/phrases.ts'
import type { Token } from '../questions/tokens.ts'

const demands = new Set(['must', 'need', 'requir', 'mandatori', 'insist', 'demand', 'enforc', 'requirement', 'essenti'])
const denials = new Set(['no', 'not', 'without', 'zero', 'never', 'dont', 'drop', 'neither', 'nor', 'avoid', 'except'])
const emphases = new Set([
  'most',
  'critic',
  'sensit',
  'everi',
  'top',
  'first',
  'abov',
  'extrem',
  'crucial',
  'paramount',
])
const unwanted = new Set(['need', 'want', 'care', 'requir', 'budget', 'matter', 'interest', 'contract'])

/** How far before a phrase a word may stand that denies it. */
const denialReach = 3

/** Whether a clause demands what it names, or only wishes for it. */
export const levelOf = (tokens: readonly Token[]): 'must' | 'should' =>
  tokens.some(
    ({ stem, word }, index) => demands.has(stem) || (/^(have|has)$/.test(word) && tokens[index + 1]?.word === 'to'),
  )
    ? 'must'
    : 'should'

/** Whether what a phrase names is denied by a word just before it: "without VMs". */
export const isDenied = (tokens: readonly Token[], { start }: Span): boolean =>
  tokens.slice(Math.max(0, start - denialReach), start).some(({ word }) => denials.has(word))

/** Whether a denial says that something isn't asked for, as in "we don't need X", rather than only missing today. */
export const isUnwanted = (tokens: readonly Token[]): boolean => tokens.some(({ stem }) => unwanted.has(stem))

/** Whether a clause says that what it names matters above all. */
export const isEmphatic = (tokens: readonly Token[]): boolean => tokens.some(({ stem }) => emphases.has(stem))

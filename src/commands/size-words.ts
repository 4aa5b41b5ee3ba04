import { bounded } from '../bounded.ts'
import type { StatedSize } from '../estimator/cluster-size.ts'
import { ciliumRoles } from '../estimator/cluster-size.ts'
import { writeNumeral } from '../questions/numerals.ts'
import { quantityOf } from '../questions/quantities.ts'
import { tokenize } from '../questions/tokens.ts'
import type { QuantityWords } from '../questions/words.ts'

/** What the words after `estimate` say of a size, and the words that say something else. */
export interface SizeWords {
  readonly stated: StatedSize
  /** Virtual machines beside the cluster, and clusters of this size: for a drawing only. */
  readonly extras: { readonly vms?: number; readonly clusters?: number }
  /** In the order in which they stood. */
  readonly others: readonly string[]
  /** What was said twice, and not the same; each a sentence. */
  readonly problems: readonly string[]
}

const numbers = {
  pods: 'pods',
  pod: 'pods',
  nodes: 'nodes',
  node: 'nodes',
  rps: 'rps',
  qps: 'rps',
  hops: 'hops',
  hop: 'hops',
  calls: 'calls',
  depth: 'depth',
  waypoints: 'waypoints',
  'consul-servers': 'consulServers',
  services: 'services',
  service: 'services',
  gateways: 'gateways',
  gateway: 'gateways',
  connections: 'connections',
  'node-gib': 'nodeGiB',
  vms: 'vms',
  clusters: 'clusters',
} as const
type NumberField = (typeof numbers)[keyof typeof numbers]

const isNumberWord = (word: string): word is keyof typeof numbers => Object.hasOwn(numbers, word)
const isRole = (word: string): word is (typeof ciliumRoles)[number] => ciliumRoles.some((role) => role === word)

/** A number as people write it: 500, 1,000, 2k, 1.5k. NaN for anything else, which every field refuses. */
export const numberOf = (text: string, words?: QuantityWords): number => quantityOf(text, words)

/** The most words that a number is made of: "two hundred and fifty thousand". */
const longestNumber = 6

/** The longest number that some words begin with, and how many of them it takes. */
function numberIn(
  words: readonly string[],
  known: QuantityWords | undefined,
): { readonly value: number; readonly length: number } | undefined {
  const starts = words.map((_, less) => words.slice(0, words.length - less))
  const read = starts.map((start) => ({ value: numberOf(start.join(' '), known), length: start.length }))
  return read.find(({ value }) => !Number.isNaN(value))
}

const startsLikeNumber = (word: string): boolean => /^-?\d/.test(word)

interface CountedWords {
  readonly field: NumberField
  readonly value: number
  /** How many words say it. */
  readonly length: number
}

/** A number with its unit, in either order. A unit with something that only looks like a number, or nothing, is NaN. */
function countedAt(words: readonly string[], at: number, known: QuantityWords | undefined): CountedWords | undefined {
  const before = numberIn(words.slice(at, at + longestNumber), known)
  const unit = before && fieldOf(words[at + before.length], known)
  if (before && unit) return { field: unit, value: before.value, length: before.length + 1 }
  const field = fieldOf(words[at], known)
  if (!field) return undefined
  const after = numberIn(words.slice(at + 1, at + 1 + longestNumber), known)
  if (after) return { field, value: after.value, length: after.length + 1 }
  const next = words[at + 1]
  return next === undefined || startsLikeNumber(next) ? { field, value: Number.NaN, length: 2 } : undefined
}

/** What a word says that a number counts: a name of a field, or another word for one. */
function fieldOf(word: string | undefined, known: QuantityWords | undefined): NumberField | undefined {
  if (word === undefined || word.includes('=')) return undefined
  if (isNumberWord(word)) return numbers[word]
  const unit = known?.units.of(tokenize(word)[0])
  return unit !== undefined && isNumberWord(unit) ? numbers[unit] : undefined
}

/**
 * Reads `pods=500 nodes=20 l7`, `pods 500` and `500 pods`, in any order; of what is said twice and not the same, the first
 * counts and a problem is told. With the words on quantities, numbers may be in words and count workloads or requests:
 * "half a million workloads".
 */
export function readSizeWords(text: string, known?: QuantityWords): SizeWords {
  const words = bounded(text)
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^--(?=\p{L})/u, ''))
    .filter(Boolean)
  const found: { [Field in NumberField]?: number } = {}
  const flags: { -readonly [Name in keyof Flag]: Flag[Name] } = {}
  const others: string[] = []
  const problems: string[] = []
  const set = <Value>(before: Value | undefined, value: Value, name: string): Value => {
    if (before !== undefined && !Object.is(before, value))
      problems.push(`You say two things of ${name}: which one is it?`)
    return before ?? value
  }
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const [name = '', value] = word.split('=')
    const field = fieldOf(name, known)
    const flag = flagOf(name, value)
    const counted = value === undefined ? countedAt(words, index, known) : undefined
    if (field && value !== undefined) found[field] = set(found[field], numberOf(value, known), field)
    else if (flag?.l7 !== undefined) flags.l7 = set(flags.l7, flag.l7, 'layer 7')
    else if (flag?.encrypted !== undefined) flags.encrypted = set(flags.encrypted, flag.encrypted, 'encryption')
    else if (flag?.scoped !== undefined) flags.scoped = set(flags.scoped, flag.scoped, 'scoping')
    else if (flag?.ha !== undefined) flags.ha = set(flags.ha, flag.ha, 'high availability')
    else if (flag?.prices !== undefined) flags.prices = set(flags.prices, flag.prices, 'prices')
    else if (flag?.cilium !== undefined) flags.cilium = set(flags.cilium, flag.cilium, 'Cilium')
    else if (counted) {
      found[counted.field] = set(found[counted.field], counted.value, counted.field)
      index += counted.length - 1
    } else others.push(word)
  }
  const { vms, clusters, ...sizes } = found
  return {
    stated: { ...sizes, ...flags },
    extras: { ...(vms === undefined ? {} : { vms }), ...(clusters === undefined ? {} : { clusters }) },
    others,
    problems,
  }
}

interface Flag {
  readonly l7?: boolean
  readonly encrypted?: boolean
  readonly scoped?: boolean
  readonly ha?: boolean
  readonly prices?: string
  readonly cilium?: (typeof ciliumRoles)[number]
}

const yes = new Set(['yes', 'true', 'on', '1'])
const no = new Set(['no', 'false', 'off', '0'])

/** What a word says that is no number, such as `l7`, `l7=no` or `cilium=already-cni`. */
function flagOf(name: string, value: string | undefined): Flag | undefined {
  if (name === 'prices') return value ? { prices: value } : undefined
  if (name === 'cilium') return value !== undefined && isRole(value) ? { cilium: value } : undefined
  const says = value === undefined || yes.has(value) ? true : no.has(value) ? false : undefined
  if (says === undefined) return undefined
  switch (name) {
    case 'l7':
      return { l7: says }
    case 'l4':
      return { l7: !says }
    case 'encrypted':
      return { encrypted: says }
    case 'unencrypted':
      return { encrypted: !says }
    case 'scoped':
      return { scoped: says }
    case 'unscoped':
      return { scoped: !says }
    case 'ha':
      return { ha: says }
    default:
      return undefined
  }
}

/** The names of everything that can be said of a size, for "did you mean …?". */
export const sizeNames: readonly string[] = [
  ...Object.keys(numbers),
  ...['l7', 'l4', 'encrypted', 'unencrypted', 'scoped', 'unscoped', 'ha', 'cilium', 'prices'],
]

/** The words that say again what was said of a size. */
export function sizeWords(stated: StatedSize): string {
  const { pods, nodes, rps, hops, calls, depth, waypoints, services, gateways, connections } = stated
  const { consulServers, nodeGiB, l7, scoped, encrypted, ha, cilium, prices } = stated
  const pairs = {
    ...{ pods, nodes, rps, hops, calls, depth, waypoints, services, gateways, connections },
    'consul-servers': consulServers,
    'node-gib': nodeGiB,
  }
  return [
    ...Object.entries(pairs).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${writeNumeral(value)}`],
    ),
    ...(l7 === undefined ? [] : [l7 ? 'l7' : 'l4']),
    ...(scoped === undefined ? [] : [scoped ? 'scoped' : 'unscoped']),
    ...(encrypted === undefined ? [] : [encrypted ? 'encrypted' : 'unencrypted']),
    ...(ha === undefined ? [] : [ha ? 'ha' : 'ha=no']),
    ...(cilium === undefined ? [] : [`cilium=${cilium}`]),
    ...(prices === undefined ? [] : [`prices=${prices}`]),
  ].join(' ')
}

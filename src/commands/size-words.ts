import type { StatedSize } from '../estimator/cluster-size.ts'
import { ciliumRoles } from '../estimator/cluster-size.ts'

/** What the words after `estimate` say of a size, and the words that say something else. */
export interface SizeWords {
  readonly stated: StatedSize
  /** Virtual machines beside the cluster, and clusters of this size: for a drawing only. */
  readonly extras: { readonly vms?: number; readonly clusters?: number }
  /** In the order in which they stood. */
  readonly others: readonly string[]
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
  vms: 'vms',
  clusters: 'clusters',
} as const
type NumberField = (typeof numbers)[keyof typeof numbers]

const isNumberWord = (word: string): word is keyof typeof numbers => Object.hasOwn(numbers, word)
const isRole = (word: string): word is (typeof ciliumRoles)[number] => ciliumRoles.some((role) => role === word)

const multiples = { k: 1_000, m: 1_000_000 } as const

/** A number as people write it: 500, 1,000, 2k, 1.5k. NaN for anything else, which every field refuses. */
export function numberOf(text: string): number {
  const match = /^(-?\d+(?:\.\d+)?)([km])?$/i.exec(text.replaceAll(/[,_](?=\d)/g, ''))
  const unit = match?.[2]?.toLowerCase()
  return match ? Number(match[1]) * (unit === 'k' || unit === 'm' ? multiples[unit] : 1) : Number.NaN
}

const startsLikeNumber = (word: string): boolean => /^-?\d/.test(word)

/** Reads `pods=500 nodes=20 l7`, `pods 500` and `500 pods`, in any order; what is said twice counts the first time. */
export function readSizeWords(text: string): SizeWords {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const found: { [Field in NumberField]?: number } = {}
  const flags: { l7?: boolean; encrypted?: boolean; cilium?: (typeof ciliumRoles)[number] } = {}
  const others: string[] = []
  const put = (name: keyof typeof numbers, value: string) => {
    found[numbers[name]] ??= numberOf(value)
  }
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const next = words[index + 1] ?? ''
    const [name = '', value] = word.split('=')
    if (isNumberWord(name) && value !== undefined) put(name, value)
    else if (name === 'cilium' && value !== undefined && isRole(value)) flags.cilium = value
    else if (name === 'l7' && value !== undefined) flags.l7 = value !== 'false' && value !== 'no'
    else if (word === 'l7') flags.l7 = true
    else if (word === 'l4') flags.l7 = false
    else if (word === 'unencrypted') flags.encrypted = false
    else if (word === 'encrypted') flags.encrypted = true
    else if (startsLikeNumber(word) && isNumberWord(next)) {
      put(next, word)
      index++
    } else if (isNumberWord(word) && (startsLikeNumber(next) || !words[index + 1])) {
      put(word, next)
      index++
    } else others.push(word)
  }
  const { vms, clusters, ...sizes } = found
  return {
    stated: { ...sizes, ...flags },
    extras: { ...(vms === undefined ? {} : { vms }), ...(clusters === undefined ? {} : { clusters }) },
    others,
  }
}

/** The words that say again what was said of a size. */
export function sizeWords(stated: StatedSize): string {
  const { pods, nodes, rps, hops, calls, depth, waypoints, consulServers, l7, encrypted, cilium } = stated
  const pairs = { pods, nodes, rps, hops, calls, depth, waypoints, 'consul-servers': consulServers }
  return [
    ...Object.entries(pairs).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])),
    ...(l7 === undefined ? [] : [l7 ? 'l7' : 'l4']),
    ...(encrypted === undefined ? [] : [encrypted ? 'encrypted' : 'unencrypted']),
    ...(cilium === undefined ? [] : [`cilium=${cilium}`]),
  ].join(' ')
}

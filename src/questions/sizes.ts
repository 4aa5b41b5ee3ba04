import type { Sizes } from './question.ts'
import type { Token } from './tokens.ts'

const spelled: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  eighty: 80,
  hundred: 100,
  thousand: 1000,
  dozen: 12,
  couple: 2,
}

/** What a number counts, by the stem of the word after it (or before it, as in `pods=500`). */
const units: Readonly<Record<string, keyof Sizes>> = {
  pod: 'pods',
  sidecar: 'pods',
  proxi: 'pods',
  workload: 'pods',
  replica: 'pods',
  container: 'pods',
  node: 'nodes',
  worker: 'nodes',
  host: 'nodes',
  machin: 'nodes',
  server: 'nodes',
  vm: 'nodes',
  rp: 'rps',
  qp: 'rps',
  request: 'rps',
  req: 'rps',
  hop: 'hops',
  call: 'hops',
  servic: 'services',
  microservic: 'services',
  app: 'services',
  peopl: 'people',
  person: 'people',
  engin: 'people',
  developer: 'people',
  dev: 'people',
  sre: 'people',
  admin: 'people',
}

const amountPattern = /^(\d+(?:\.\d+)?)(k|m)?$/
const multiples = { k: 1_000, m: 1_000_000 } as const

/** A word as a number: 640, 6k, twenty. */
export function toNumber(word: string): number | undefined {
  const match = amountPattern.exec(word)
  if (!match) return Object.hasOwn(spelled, word) ? spelled[word] : undefined
  const factor = match[2] === 'k' || match[2] === 'm' ? multiples[match[2]] : 1
  return Number(match[1]) * factor
}

/** In `pods=500` the unit comes first, in "500 pods" last; `pods=300 nodes=12` shows by its first word which it is. */
function unitOf(tokens: readonly Token[], index: number): keyof Sizes | undefined {
  const isNumber = (token: Token | undefined) => token !== undefined && toNumber(token.word) !== undefined
  const after = tokens.slice(index + 1, index + 1 + reach)
  const before = tokens.slice(Math.max(0, index - reach), index).reverse()
  const untilNumber = (around: readonly Token[]) => {
    const end = around.findIndex(isNumber)
    return end < 0 ? around : around.slice(0, end)
  }
  const unitFirst = units[tokens[0]?.stem ?? ''] !== undefined && isNumber(tokens[1])
  const around = unitFirst
    ? [...untilNumber(before), ...untilNumber(after)]
    : [...untilNumber(after), ...untilNumber(before)]
  return around.map(({ stem }) => units[stem]).find((found) => found !== undefined)
}

/** How far a unit may stand from its number: "500 small pods", "pods per node: 30". */
const reach = 2

/** The sizes that a text states, such as 500 pods on 20 nodes. `x 640` counts pods, as in "sidecars x 640". */
export function findSizes(tokens: readonly Token[]): Sizes {
  const sizes: { -readonly [Key in keyof Sizes]: number } = {}
  for (const [index, { word }] of tokens.entries()) {
    const amount = toNumber(word)
    if (amount === undefined) continue
    const unit = unitOf(tokens, index)
    if (unit && sizes[unit] === undefined) sizes[unit] = amount
  }
  return sizes
}

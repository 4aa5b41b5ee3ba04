import { describe, expect, it } from 'vitest'
import { findSizes } from '../../src/questions/sizes.ts'
import { tokenize } from '../../src/questions/tokens.ts'

describe('the sizes that a question states', () => {
  const cases: [text: string, sizes: object][] = [
    ['how much RAM for 500 pods on 20 nodes', { pods: 500, nodes: 20 }],
    ['6k pods', { pods: 6000 }],
    ['consul sidecars x 640', { pods: 640 }],
    ['pods=300 nodes=12 rps=2000 hops=4', { pods: 300, nodes: 12, rps: 2000, hops: 4 }],
    ['three engineers and forty services', { people: 3, services: 40 }],
    ['p99 of 4 hops', { hops: 4 }],
    ['istio 1.24', {}],
    ['no numbers here', {}],
  ]
  for (const [text, sizes] of cases) {
    it(text, () => expect(findSizes(tokenize(text))).toEqual(sizes))
  }
})

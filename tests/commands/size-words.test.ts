import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf, readSizeWords, sizeWords } from '../../src/commands/size-words.ts'
import { completeSize } from '../../src/estimator/cluster-size.ts'

test.each([
  ['pods=500 nodes=20 rps=2000 hops=4 l7', { pods: 500, nodes: 20, rps: 2000, hops: 4, l7: true }, []],
  ['pods 500 nodes 20', { pods: 500, nodes: 20 }, []],
  ['500 pods 20 nodes', { pods: 500, nodes: 20 }, []],
  ['istio Linkerd 2k pods', { pods: 2000 }, ['istio', 'linkerd']],
  ['PODS=1,000 nodes=1_000', { pods: 1000, nodes: 1000 }, []],
  ['nodes=1_0', { nodes: Number.NaN }, []],
  ['--pods 500 --l7', { pods: 500, l7: true }, []],
  ['500 pods nodes=20', { pods: 500, nodes: 20 }, []],
  ['pods=500 500 nodes=20', { pods: 500, nodes: 20 }, ['500']],
  ['l7=no', { l7: false }, []],
  ['l7=maybe', {}, ['l7=maybe']],
  ['calls=2.5 depth=2 l4', { calls: 2.5, depth: 2, l7: false }, []],
  ['cilium=already-cni consul-servers=5', { cilium: 'already-cni', consulServers: 5 }, []],
  [
    'services=400 unscoped gateways=3 connections=900 node-gib=64 ha prices=google-europe-west1-arm',
    {
      services: 400,
      scoped: false,
      gateways: 3,
      connections: 900,
      nodeGiB: 64,
      ha: true,
      prices: 'google-europe-west1-arm',
    },
    [],
  ],
  ['pods=-5', { pods: -5 }, []],
  ['pods=many', { pods: Number.NaN }, []],
  ['pods', { pods: Number.NaN }, []],
  ['', {}, []],
])('%j', (text, stated, others) => {
  const read = readSizeWords(text)
  expect(read.stated).toEqual(stated)
  expect(read.others).toEqual(others)
})

test.each([
  ['pods=500 pods=9', 'pods'],
  ['l7 l4', 'layer 7'],
  ['encrypted unencrypted', 'encryption'],
  ['cilium=added cilium=already-cni', 'Cilium'],
])('%j says two things of one', (text, name) => {
  expect(readSizeWords(text).problems).toEqual([`You say two things of ${name}: which one is it?`])
  expect(readSizeWords(text.split(' ')[0] ?? '').problems).toEqual([])
})

test('numbers are read as people write them', () => {
  expect(['500', '1,000', '2k', '1.5k', '1M', '-3'].map((text) => numberOf(text))).toEqual([
    500, 1000, 2000, 1500, 1_000_000, -3,
  ])
  for (const text of ['', 'x', '5x', '1e9', '0x10', 'Infinity', '--1']) expect(numberOf(text)).toBeNaN()
})

test('whatever is typed is read without a crash, and gets a size or a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const sized = completeSize(readSizeWords(text).stated)
      if (!sized.ok) for (const { message } of sized.problems) expect(message).toMatch(/\.$/)
    }),
  )
})

test('the words of a size say the same size again', () => {
  const stated = fc.record({
    pods: fc.integer({ min: 1, max: 100_000 }),
    nodes: fc.integer({ min: 100, max: 60_000 }),
    rps: fc.integer({ min: 0, max: 1_000_000 }),
    hops: fc.integer({ min: 0, max: 90 }),
    l7: fc.boolean(),
    encrypted: fc.boolean(),
    cilium: fc.constantFrom('added', 'already-cni', 'replaces-cni'),
  })
  fc.assert(
    fc.property(stated, (one) => {
      const sized = completeSize(one)
      if (!sized.ok) throw new Error('not a size')
      expect(completeSize(readSizeWords(sizeWords(sized.stated)).stated)).toEqual(sized)
    }),
  )
})

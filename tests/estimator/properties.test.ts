import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakEvenCurve, breakEvens } from '../../src/estimator/break-even.ts'
import { type ClusterSize, ciliumRoles, completeSize } from '../../src/estimator/cluster-size.ts'
import { type Estimate, estimateAll } from '../../src/estimator/estimate.ts'
import { inUnit } from '../../src/estimator/evidence.ts'
import type { Range } from '../../src/estimator/range.ts'
import { whatIfs } from '../../src/estimator/what-if.ts'
import type { Figure } from '../../src/knowledge/schema.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const { estimator } = ownKnowledge()

const sizes: fc.Arbitrary<ClusterSize> = fc.record(
  {
    pods: fc.integer({ min: 1, max: 100_000 }),
    nodes: fc.integer({ min: 1, max: 5_000 }),
    rps: fc.double({ min: 0, max: 100_000, noNaN: true }),
    calls: fc.double({ min: 0, max: 50, noNaN: true }),
    depth: fc.integer({ min: 0, max: 30 }),
    l7: fc.boolean(),
    consulServers: fc.integer({ min: 1, max: 9 }),
    cilium: fc.constantFrom(...ciliumRoles),
    encrypted: fc.boolean(),
    services: fc.integer({ min: 1, max: 5_000 }),
    gateways: fc.nat(50),
    connections: fc.nat(50_000),
    nodeGiB: fc.integer({ min: 2, max: 1_024 }),
    scoped: fc.boolean(),
    ha: fc.boolean(),
  },
  { requiredKeys: ['pods', 'nodes', 'rps', 'calls', 'depth', 'l7', 'consulServers', 'cilium', 'encrypted'] },
)

const totals = ({ memoryMiB, vcpu, addedLatencyMs, usdPerMonth }: Estimate) => [
  memoryMiB,
  vcpu,
  addedLatencyMs,
  usdPerMonth,
]
const ranges = (estimate: Estimate): Range[] =>
  [...totals(estimate), estimate.dataPlanePerNodeMiB, estimate.dataPlanePerPodMiB, estimate.controlPlaneMiB].flatMap(
    (range) => range ?? [],
  )

test('a range never inverts and is never negative', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      for (const { low, high } of estimateAll(estimator, size).flatMap(ranges)) {
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeGreaterThanOrEqual(low)
      }
    }),
  )
})

/** Rounding in the last binary digit is no decrease. */
const noLess = (after: number, before: number) => expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-12))

test.each(['pods', 'nodes', 'rps', 'calls', 'depth'] as const)('more %s never cost less', (field) => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 5_000 }), (size, more) => {
      const after = estimateAll(estimator, { ...size, [field]: size[field] + more })
      for (const [index, before] of estimateAll(estimator, size).entries()) {
        for (const [place, range] of totals(before).entries()) {
          const grown = totals(after[index] ?? before)[place]
          if (!range || !grown) throw new Error('a total is unknown')
          noLess(grown.low, range.low)
          noLess(grown.high, range.high)
        }
      }
    }),
  )
})

test.each(['services', 'gateways', 'connections', 'nodeGiB'] as const)('more %s never cost less', (field) => {
  fc.assert(
    fc.property(sizes, fc.nat(1_000), fc.nat(1_000), (size, some, more) => {
      const [few, many] = [some + 1, some + 1 + more].map((amount) =>
        estimateAll(estimator, { ...size, [field]: amount }),
      )
      for (const [index, before] of (few ?? []).entries()) {
        const after = many?.[index]
        noLess(after?.memoryMiB?.low ?? Number.NaN, before.memoryMiB?.low ?? Number.NaN)
        noLess(after?.memoryMiB?.high ?? Number.NaN, before.memoryMiB?.high ?? Number.NaN)
      }
    }),
  )
})

test('scoping takes no more memory, and lies in what is told where nothing is said of it', () => {
  fc.assert(
    fc.property(sizes, ({ services: _, scoped: __, ...size }) => {
      const memory = (one: ClusterSize) =>
        estimateAll(estimator, one).find(({ design }) => design === 'istio-sidecar')?.memoryMiB
      const [unsaid, scoped, unscoped] = [size, { ...size, scoped: true }, { ...size, scoped: false }].map(memory)
      if (!unsaid || !scoped || !unscoped) throw new Error('unknown')
      noLess(unscoped.low, scoped.low)
      noLess(unscoped.high, scoped.high)
      noLess(unsaid.high, unscoped.high)
      noLess(scoped.low, unsaid.low)
    }),
  )
})

test('the terms add up to the totals', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      for (const { terms, memoryMiB, vcpu, design } of estimateAll(estimator, size)) {
        const isReplaced = size.cilium === 'replaces-cni' && design.startsWith('cilium')
        if (!isReplaced) expect(sumOfHighs(terms.memory)).toBeCloseTo(memoryMiB?.high ?? Number.NaN, 5)
        expect(sumOfHighs(terms.cpu)).toBeCloseTo(vcpu?.high ?? Number.NaN, 5)
      }
    }),
  )
})

const sumOfHighs = (terms: Estimate['terms']['memory']): number =>
  terms.reduce((sum, { amount }) => sum + (amount?.high ?? 0), 0)

const memory = {
  metric: 'memory-per-pod',
  conditions: 'a test',
  by: 'independent',
  source: 'a-test',
} as const

test.each([
  ['MB', 1_000_000 / 1_048_576],
  ['MiB', 1],
  ['GB', 1_000_000_000 / 1_048_576],
  ['GiB', 1_024],
] as const)('%s become MiB exactly', (unit, factor) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (amount) => {
      const figure: Figure = { ...memory, low: amount, high: amount, unit }
      expect(inUnit(figure, 'MiB').high).toBeCloseTo(amount * factor, 6)
    }),
  )
})

test('at the break-even the two designs meet, and beyond its ends it is certain which is lighter', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      for (const { podsPerNode, mid } of breakEvens(estimator, size)) {
        expect(podsPerNode.low).toBeLessThanOrEqual(mid)
        expect(mid).toBeLessThanOrEqual(podsPerNode.high)
      }
    }),
  )
})

test('the curve of a design with proxies per pod crosses that of one with proxies per node at their middle', () => {
  const sized = completeSize({ pods: 500 })
  if (!sized.ok) throw new Error('the size is wrong')
  const { podsPerNode, lines } = breakEvenCurve(estimator, sized.size)
  const lineOf = (design: string) => lines.find((line) => line.design === design)?.mib ?? []
  const pairs = breakEvens(estimator, sized.size).filter(({ perNode }) => perNode !== 'cilium-l7')
  for (const { perPod, perNode, mid } of pairs) {
    for (const [index, pods] of podsPerNode.entries()) {
      const [rising = 0, level = 0] = [lineOf(perPod)[index], lineOf(perNode)[index]]
      // The middle of a sum is not the sum of the middles, so the curves cross near the middle, not at it.
      if (pods < mid * 0.9) expect(rising).toBeLessThan(level)
      if (pods > mid * 1.1) expect(rising).toBeGreaterThan(level)
    }
  }
})

test('a what-if leads to a size that can be, and pressing it twice to the same', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      for (const { size: next } of whatIfs({ stated: size, size, assumptions: [] })) {
        expect(next.size).not.toEqual(size)
        expect(estimateAll(estimator, next.size).length).toBeGreaterThan(0)
      }
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakEvenCurve, breakEvens } from '../../src/estimator/break-even.ts'
import { type ClusterSize, ciliumRoles } from '../../src/estimator/cluster-size.ts'
import { type Estimate, estimateAll } from '../../src/estimator/estimate.ts'
import { inUnit } from '../../src/estimator/evidence.ts'
import type { Range } from '../../src/estimator/range.ts'
import { whatIfs } from '../../src/estimator/what-if.ts'
import type { Figure } from '../../src/knowledge/schema.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const { estimator } = ownKnowledge()

const sizes: fc.Arbitrary<ClusterSize> = fc.record({
  pods: fc.integer({ min: 1, max: 100_000 }),
  nodes: fc.integer({ min: 1, max: 5_000 }),
  rps: fc.double({ min: 0, max: 100_000, noNaN: true }),
  calls: fc.double({ min: 0, max: 50, noNaN: true }),
  depth: fc.integer({ min: 0, max: 30 }),
  l7: fc.boolean(),
  consulServers: fc.integer({ min: 1, max: 9 }),
  cilium: fc.constantFrom(...ciliumRoles),
  encrypted: fc.boolean(),
})

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
    fc.property(fc.integer({ min: 1, max: 100_000 }), (pods) => {
      for (const { podsPerNode, mid } of breakEvens(estimator, pods)) {
        expect(podsPerNode.low).toBeLessThanOrEqual(mid)
        expect(mid).toBeLessThanOrEqual(podsPerNode.high)
      }
    }),
  )
})

test('the curve of a design with proxies per pod crosses that of one with proxies per node at their middle', () => {
  const { podsPerNode, lines } = breakEvenCurve(estimator, 500, false)
  const lineOf = (design: string) => lines.find((line) => line.design === design)?.mib ?? []
  const pairs = breakEvens(estimator, 500).filter(({ perNode }) => perNode !== 'cilium-l7')
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

import { describe, expect, test } from 'vitest'
import { breakEvens } from '../../src/estimator/break-even.ts'
import { completeSize } from '../../src/estimator/cluster-size.ts'
import { estimateAll } from '../../src/estimator/estimate.ts'
import type { Range } from '../../src/estimator/range.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { runCommand } from '../helpers/run-command.ts'

const { estimator } = ownKnowledge()

/**
 * Computed by hand from the parameters as printed. Memory and money are rounded to whole numbers, memory per node to
 * tenths, CPU and latency to hundredths.
 */
const examples = [
  {
    title: '500 pods on 20 nodes, 1000 user requests per second, L7 wanted',
    size: { pods: 500, nodes: 20, rps: 1000, calls: 5, depth: 3, l7: true },
    byHand: {
      'istio-sidecar': {
        memoryMiB: [19210, 100064],
        perNodeMiB: [942.5, 4952.5],
        vcpu: [2.25, 8.6],
        latencyMs: [0.9, 11.43],
        reserved: { vcpu: 50.5, memoryMiB: 66048 },
        usd: [90, 1809],
      },
      'istio-ambient-waypoint': {
        memoryMiB: [1493, 4531],
        perNodeMiB: [68.6, 175.8],
        vcpu: [1.87, 8.25],
        latencyMs: [1.05, 10.02],
        reserved: { vcpu: 7.5, memoryMiB: 15568 },
        usd: [45, 293],
      },
      linkerd: {
        memoryMiB: [2290, 32033],
        perNodeMiB: [97.5, 1550],
        vcpu: [1.9, 4.3],
        latencyMs: [0.39, 10.68],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [47, 229],
      },
      consul: {
        memoryMiB: [7900, 50800],
        perNodeMiB: [355, 2500],
        vcpu: [1, 4],
        latencyMs: [0.36, 11.43],
        reserved: { vcpu: 0.35, memoryMiB: 800 },
        usd: [38, 279],
      },
      'cilium-l7': {
        memoryMiB: [2607, 15134],
        perNodeMiB: [130.3, 756.7],
        vcpu: [1.31, 4.65],
        latencyMs: [1.32, 12.54],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [35, 185],
      },
    },
  },
  {
    title: '100 pods on 10 nodes, 200 user requests per second, encryption only',
    size: { pods: 100, nodes: 10, rps: 200, calls: 3, depth: 2, l7: false },
    byHand: {
      'istio-ambient-l4': {
        memoryMiB: [521, 1551],
        perNodeMiB: [40, 98.2],
        vcpu: [0.08, 0.55],
        latencyMs: [0.4, 3.8],
        reserved: { vcpu: 3.5, memoryMiB: 8168 },
        usd: [3, 129],
      },
      linkerd: {
        memoryMiB: [598, 6685],
        perNodeMiB: [39, 620],
        vcpu: [0.23, 0.52],
        latencyMs: [0.26, 7.12],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [6, 36],
      },
      'cilium-l4': {
        memoryMiB: [1117, 5884],
        perNodeMiB: [111.7, 588.4],
        vcpu: [0.03, 0.95],
        latencyMs: [0.5, 5.58],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [3, 47],
      },
    },
  },
  {
    title: '5000 pods on 200 nodes, 20000 user requests per second, L7 wanted',
    size: { pods: 5000, nodes: 200, rps: 20000, calls: 4, depth: 4, l7: true },
    byHand: {
      'istio-sidecar': {
        memoryMiB: [192100, 5129870],
        perNodeMiB: [942.5, 25598.6],
        vcpu: [34.5, 135.2],
        latencyMs: [1.2, 15.24],
        reserved: { vcpu: 500.5, memoryMiB: 642048 },
        usd: [1163, 31046],
      },
      'istio-ambient-waypoint': {
        memoryMiB: [13936, 47974],
        perNodeMiB: [68.6, 189.1],
        vcpu: [29.75, 129.6],
        latencyMs: [1.4, 13.36],
        reserved: { vcpu: 70.5, memoryMiB: 137248 },
        usd: [691, 4265],
      },
      linkerd: {
        memoryMiB: [21325, 317198],
        perNodeMiB: [97.5, 1550],
        vcpu: [30.4, 68.8],
        latencyMs: [0.52, 14.24],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [721, 3038],
      },
      'cilium-l7': {
        memoryMiB: [35290, 194670],
        perNodeMiB: [176.5, 973.4],
        vcpu: [20.6, 63],
        latencyMs: [1.76, 16.72],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [531, 2479],
      },
    },
  },
] as const

/** Half a unit of the last place that was written down. */
const close = (range: Range | undefined, [low, high]: readonly [number, number], unit: number) => {
  expect(Math.abs((range?.low ?? Number.NaN) - low)).toBeLessThanOrEqual(unit / 2 + 1e-9)
  expect(Math.abs((range?.high ?? Number.NaN) - high)).toBeLessThanOrEqual(unit / 2 + 1e-9)
}

describe.each(examples)('$title', ({ size, byHand }) => {
  const sized = completeSize(size)
  const estimates = sized.ok ? estimateAll(estimator, sized.size) : []

  test.each(Object.entries(byHand))('%s', (design, expected) => {
    const estimate = estimates.find((one) => one.design === design)
    close(estimate?.memoryMiB, expected.memoryMiB, 1)
    close(estimate?.dataPlanePerNodeMiB, expected.perNodeMiB, 0.1)
    close(estimate?.vcpu, expected.vcpu, 0.01)
    close(estimate?.addedLatencyMs, expected.latencyMs, 0.01)
    close(estimate?.usdPerMonth, expected.usd, 1)
    expect(estimate?.reserved.vcpu).toBeCloseTo(expected.reserved.vcpu, 6)
    expect(estimate?.reserved.memoryMiB).toBe(expected.reserved.memoryMiB)
  })
})

test.each([
  ['linkerd', 'istio-ambient-l4', 500, 0.6, 4.1, 25.7],
  ['linkerd', 'cilium-l4', 500, 1.9, 17.1, 155.8],
  ['linkerd', 'cilium-l4', 5000, 2.6, 23.5, 211.4],
  ['istio-sidecar', 'istio-ambient-l4', 500, 0.2, 0.7, 2.7],
  ['istio-sidecar', 'cilium-l4', 500, 0.6, 3.1, 16.1],
  ['istio-sidecar', 'cilium-l7', 500, 0.7, 3.6, 20.1],
  ['consul', 'cilium-l4', 500, 1.2, 7, 42.8],
] as const)('%s against %s in a cluster of %d pods', (perPod, perNode, pods, low, mid, high) => {
  const sized = completeSize({ pods })
  const all = sized.ok ? breakEvens(estimator, sized.size) : []
  const found = all.find((one) => one.perPod === perPod && one.perNode === perNode)
  close(found?.podsPerNode, [low, high], 0.1)
  expect(Math.abs((found?.mid ?? Number.NaN) - mid)).toBeLessThanOrEqual(0.05)
})

test('one of each is spoken of as one', () => {
  const { answer } = runCommand(createMeshwise(ownKnowledge()), 'estimate pods=1 nodes=1 rps=1 l7 waypoints=1')
  expect(answer.understood).toBe('Estimate · 1 pod on 1 node, 1 rps, L7')
  expect(answer.headline).toContain('for 1 pod on 1 node')
  const alone = completeSize({ pods: 1 })
  expect(alone.ok && alone.assumptions[0]).toBe('1 node')
})

test('assumed waypoints are told by their number, stated ones are not', () => {
  const notes = (waypoints?: number) => {
    const sized = completeSize({
      pods: 120_000,
      nodes: 5_000,
      l7: true,
      ...(waypoints === undefined ? {} : { waypoints }),
    })
    const all = sized.ok ? estimateAll(estimator, sized.size) : []
    return all.find(({ design }) => design === 'istio-ambient-waypoint')?.notes.join(' ')
  }
  expect(notes()).toContain('Assumes 2,400 waypoints: two for every 100 pods')
  expect(notes(7)).not.toContain('Assumes')
})

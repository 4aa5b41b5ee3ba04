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
        memoryMiB: [19460, 75515],
        perNodeMiB: [955, 3725],
        vcpu: [2.25, 8.6],
        latencyMs: [0.9, 8.64],
        reserved: { vcpu: 50.5, memoryMiB: 66048 },
        usd: [90, 1732],
      },
      'istio-ambient-waypoint': {
        memoryMiB: [1581, 4069],
        perNodeMiB: [73, 152.7],
        vcpu: [1.86, 8.25],
        latencyMs: [1.05, 10.02],
        reserved: { vcpu: 7.5, memoryMiB: 15568 },
        usd: [45, 293],
      },
      linkerd: {
        memoryMiB: [2182, 13398],
        perNodeMiB: [97.5, 627.5],
        vcpu: [2.3, 4.3],
        latencyMs: [0.09, 4.23],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [56, 170],
      },
      consul: {
        memoryMiB: [7900, 50800],
        perNodeMiB: [355, 2500],
        vcpu: [1, 4],
        latencyMs: [0.36, 8.64],
        reserved: { vcpu: 0.35, memoryMiB: 800 },
        usd: [38, 279],
      },
      'cilium-l7': {
        memoryMiB: [2607, 11683],
        perNodeMiB: [130.3, 584.1],
        vcpu: [1.31, 4.65],
        latencyMs: [1.32, 12.54],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [35, 174],
      },
    },
  },
  {
    title: '100 pods on 10 nodes, 200 user requests per second, encryption only',
    size: { pods: 100, nodes: 10, rps: 200, calls: 3, depth: 2, l7: false },
    byHand: {
      'istio-ambient-l4': {
        memoryMiB: [565, 1759],
        perNodeMiB: [44.4, 119],
        vcpu: [0.08, 0.55],
        latencyMs: [0.4, 3.8],
        reserved: { vcpu: 3.5, memoryMiB: 8168 },
        usd: [3, 129],
      },
      linkerd: {
        memoryMiB: [622, 2958],
        perNodeMiB: [39, 251],
        vcpu: [0.28, 0.52],
        latencyMs: [0.06, 2.82],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [7, 25],
      },
      'cilium-l4': {
        memoryMiB: [1117, 4310],
        perNodeMiB: [111.7, 431],
        vcpu: [0.03, 0.95],
        latencyMs: [0.5, 5.58],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [3, 42],
      },
    },
  },
  {
    title: '5000 pods on 200 nodes, 20000 user requests per second, L7 wanted',
    size: { pods: 5000, nodes: 200, rps: 20000, calls: 4, depth: 4, l7: true },
    byHand: {
      'istio-sidecar': {
        memoryMiB: [194600, 755150],
        perNodeMiB: [955, 3725],
        vcpu: [34.5, 135.2],
        latencyMs: [1.2, 11.52],
        reserved: { vcpu: 500.5, memoryMiB: 642048 },
        usd: [1168, 17183],
      },
      'istio-ambient-waypoint': {
        memoryMiB: [14816, 40690],
        perNodeMiB: [73, 152.7],
        vcpu: [29.75, 129.6],
        latencyMs: [1.4, 13.36],
        reserved: { vcpu: 70.5, memoryMiB: 137248 },
        usd: [693, 4265],
      },
      linkerd: {
        memoryMiB: [19732, 130848],
        perNodeMiB: [97.5, 627.5],
        vcpu: [36.8, 68.8],
        latencyMs: [0.12, 5.64],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [860, 2448],
      },
      'cilium-l7': {
        memoryMiB: [35290, 126050],
        perNodeMiB: [176.4, 630.3],
        vcpu: [20.6, 63],
        latencyMs: [1.76, 16.72],
        reserved: { vcpu: 0, memoryMiB: 0 },
        usd: [531, 2261],
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
  ['linkerd', 'istio-ambient-l4', 500, 1.8, 7.3, 30.5],
  ['linkerd', 'cilium-l4', 500, 4.6, 22.7, 111.6],
  ['linkerd', 'cilium-l4', 5000, 6.5, 28.2, 123.4],
  ['istio-sidecar', 'istio-ambient-l4', 500, 0.3, 1, 3.1],
  ['istio-sidecar', 'cilium-l4', 500, 0.8, 3, 11.4],
  ['istio-sidecar', 'cilium-l7', 500, 0.9, 3.7, 15.3],
  ['consul', 'cilium-l4', 500, 1.2, 6, 30.6],
] as const)('%s against %s in a cluster of %d pods', (perPod, perNode, pods, low, mid, high) => {
  const found = breakEvens(estimator, pods).find((one) => one.perPod === perPod && one.perNode === perNode)
  close(found?.podsPerNode, [low, high], 0.1)
  expect(Math.abs((found?.mid ?? Number.NaN) - mid)).toBeLessThanOrEqual(0.05)
})

test('one of each is spoken of as one', () => {
  const { answer } = runCommand(createMeshwise(ownKnowledge()), 'estimate pods=1 nodes=1 rps=1 l7 waypoints=1')
  expect(answer.understood).toBe('Estimate · 1 pod on 1 node, 1 request a second, layer 7')
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

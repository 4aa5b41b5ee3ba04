import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeSize } from '../../src/estimator/cluster-size.ts'
import { estimateAll } from '../../src/estimator/estimate.ts'
import { memoryOfMode } from '../../src/estimator/memory.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const { estimator, meshes } = ownKnowledge()

test.each([
  ['istio', 'sidecar', false, 'istio-sidecar'],
  ['istio', 'ambient', false, 'istio-ambient-l4'],
  ['istio', 'ambient', true, 'istio-ambient-waypoint'],
  ['linkerd', 'native-sidecar', false, 'linkerd'],
  ['consul', 'kubernetes', true, 'consul'],
  ['cilium', 'ebpf', false, 'cilium-l4'],
  ['cilium', 'envoy', false, 'cilium-l7'],
  ['cilium', undefined, true, 'cilium-l7'],
])('%s in mode %s, layer 7 %s, is %s', (mesh, mode, l7, design) => {
  expect(memoryOfMode(estimator, { mesh, mode }, { pods: 500, nodes: 20, l7 })?.design).toBe(design)
})

test('it is what the estimate says', () => {
  const stated = { pods: 3_000, nodes: 120, l7: true }
  const sized = completeSize(stated)
  const linkerd = sized.ok ? estimateAll(estimator, sized.size).find(({ design }) => design === 'linkerd') : undefined
  expect(memoryOfMode(estimator, { mesh: 'linkerd' }, stated)?.mib).toEqual(linkerd?.memoryMiB)
})

test('agents that run anyway cost nothing, their Envoy does', () => {
  const of = (mode: string) =>
    memoryOfMode(estimator, { mesh: 'cilium', mode }, { pods: 500, nodes: 20, cilium: 'already-cni' })?.mib
  expect(of('ebpf')).toEqual({ low: 0, high: 0 })
  expect(of('envoy')).toEqual({ low: 20 * 14.5, high: 20 * 149 })
})

test('what grows with the pods of the cluster on each node tells in large ones', () => {
  const middleOf = (mode: string, mesh: string, pods: number) => {
    const mib = memoryOfMode(estimator, { mesh, mode }, { pods, nodes: pods / 25 })?.mib
    return mib ? Math.sqrt(mib.low * mib.high) / pods : Number.NaN
  }
  expect(middleOf('ebpf', 'cilium', 100_000)).toBeGreaterThan(3 * middleOf('ebpf', 'cilium', 500))
  expect(middleOf('ebpf', 'cilium', 100_000)).toBeGreaterThan(middleOf('native-sidecar', 'linkerd', 100_000))
})

test('a mode without a design, and a cluster that cannot be, have none', () => {
  expect(memoryOfMode(estimator, { mesh: 'consul', mode: 'vms' }, { pods: 5 })).toBeUndefined()
  expect(memoryOfMode(estimator, { mesh: 'nothing' }, { pods: 5 })).toBeUndefined()
  expect(memoryOfMode(estimator, { mesh: 'istio' }, { pods: 0 })).toBeUndefined()
})

test('more pods never take less, in any mode', () => {
  const modes = meshes.flatMap(({ id, modes: own }) => Object.keys(own).map((mode) => ({ mesh: id, mode })))
  const pods = fc.integer({ min: 1, max: 40_000 })
  fc.assert(
    fc.property(fc.constantFrom(...modes), pods, pods, fc.integer({ min: 40, max: 900 }), (mode, one, other, nodes) => {
      const few = memoryOfMode(estimator, mode, { pods: Math.min(one, other), nodes })?.mib
      const many = memoryOfMode(estimator, mode, { pods: Math.max(one, other), nodes })?.mib
      if (!few || !many) return
      expect(many.low).toBeGreaterThanOrEqual(few.low * (1 - 1e-12))
      expect(many.high).toBeGreaterThanOrEqual(few.high * (1 - 1e-12))
    }),
  )
})

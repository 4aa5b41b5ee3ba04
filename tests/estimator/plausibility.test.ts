import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeSize, type StatedSize } from '../../src/estimator/cluster-size.ts'
import { estimateAll } from '../../src/estimator/estimate.ts'
import { remarksOn } from '../../src/estimator/plausibility.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { runCommand } from '../helpers/run-command.ts'

const remarks = (stated: StatedSize): readonly string[] => {
  const sized = completeSize(stated)
  return sized.ok ? remarksOn(sized.size) : ['refused']
}

describe('a size that is hardly meant', () => {
  it.each([
    [{ pods: 2_000, nodes: 12 }, /2,000 pods on 12 nodes are 167 a node/],
    [{ pods: 200_000, nodes: 4_000 }, /150,000 pods/],
    [{ pods: 100_000, nodes: 6_000 }, /5,000 nodes/],
    [{ pods: 10, nodes: 2, rps: 1_000_000 }, /100,000 for each pod/],
    [{ pods: 20, nodes: 400 }, /fewer pods than nodes/],
  ])('%j is remarked on', (stated, remark) => {
    expect(remarks(stated).join(' ')).toMatch(remark)
  })
  it.each([{ pods: 214, nodes: 12 }, { pods: 110, nodes: 1 }, {}])('%j is not', (stated) => {
    expect(remarks(stated)).toEqual([])
  })
})

describe('what is said and counts for nothing that is shown', () => {
  const meshwise = createMeshwise(ownKnowledge())
  const remarksIn = (words: string) => {
    const { answer } = runCommand(meshwise, `estimate pods=500 nodes=20 ${words}`)
    return answer.kind === 'estimate' ? answer.remarks.join(' ') : 'no estimate'
  }
  it.each([
    ['linkerd gateways=3', 'gateways'],
    ['istio consul-servers=5 ha', 'servers or high availability'],
    ['consul cilium=already-cni', 'what the network plug-in is'],
    ['linkerd consul scoped', 'scoping'],
  ])('%s is remarked on', (words, unread) => {
    expect(remarksIn(words)).toBe(`Nothing here is reckoned by ${unread}.`)
  })
  it.each(['gateways=3 scoped ha', 'linkerd connections=100', 'cilium node-gib=64 unencrypted', 'istio services=40'])(
    '%s is not',
    (words) => {
      expect(remarksIn(words)).toBe('')
    },
  )
})

describe('flags that contradict each other', () => {
  it.each([
    [{ calls: 2, depth: 9 }, 'depth'],
    [{ l7: true, waypoints: 0 }, 'waypoints'],
  ])('%j are refused', (stated, field) => {
    const sized = completeSize(stated)
    expect(sized.ok ? [] : sized.problems.map((problem) => problem.field)).toEqual([field])
  })
  it('but fewer calls in a row than in all are not', () => {
    expect(completeSize({ calls: 2.5, depth: 3 }).ok).toBe(true)
    expect(completeSize({ waypoints: 0 }).ok).toBe(true)
  })
})

it('more pods on the same nodes never take less memory', () => {
  const { estimator } = ownKnowledge()
  const memory = (pods: number, nodes: number) => {
    const sized = completeSize({ pods, nodes })
    return new Map(sized.ok ? estimateAll(estimator, sized.size).map((one) => [one.design, one.memoryMiB]) : [])
  }
  const pods = fc.integer({ min: 1, max: 20_000 })
  fc.assert(
    fc.property(pods, pods, fc.integer({ min: 20, max: 400 }), (one, other, nodes) => {
      const [few, many] = [Math.min(one, other), Math.max(one, other)].map((count) => memory(count, nodes))
      for (const [design, range] of few ?? []) {
        const more = many?.get(design)
        if (!range || !more) continue
        expect(more.low).toBeGreaterThanOrEqual(range.low)
        expect(more.high).toBeGreaterThanOrEqual(range.high)
      }
    }),
  )
})

import { describe, expect, it } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { runCommand } from '../helpers/run-command.ts'

const meshwise = createMeshwise(ownKnowledge())

const sizeIn = (text: string, context?: Parameters<typeof meshwise.ask>[1]) => {
  const { answer } = meshwise.ask(text, context)
  return answer.kind === 'estimate' ? answer.size : answer.headline
}

describe('an estimate in plain words is for the size that was written', () => {
  const cases: [text: string, size: object][] = [
    ['how much memory would istio take for 900 containers on 20 nodes', { pods: 900, nodes: 20 }],
    ['what would istio cost on 22,000 pods', { pods: 22_000 }],
    ['what would istio cost on 22.000 pods', { pods: 22_000 }],
    ['what would linkerd cost for 1.5k pods on 50 nodes', { pods: 1500, nodes: 50 }],
    ['how much memory do we need for a couple of hundred pods with linkerd', { pods: 200 }],
  ]
  for (const [text, size] of cases) it(text, () => expect(sizeIn(text)).toMatchObject(size))

  it('and one below zero is refused', () => {
    for (const pods of ['-5 pods', 'minus 5 pods']) {
      expect(sizeIn(`what would istio cost on ${pods}`)).toContain('Pods must be a whole number from 1')
    }
    expect(runCommand(meshwise, 'estimate pods=-5').answer.headline).toContain('Pods must be a whole number from 1')
  })

  it('and a bare number in a thread on sizes counts pods, but a version does not', () => {
    const { context } = meshwise.ask('what would istio cost on 500 pods?')
    expect(sizeIn('and for 22,000?', context)).toMatchObject({ pods: 22_000 })
    const { question } = meshwise.ask('and istio 1.24?', context ?? undefined)
    expect(question?.sizes.pods).toBe(500)
  })
})

describe('an estimate by command', () => {
  const cases: [text: string, size: object][] = [
    ['estimate half a million pods', { pods: 500_000 }],
    ['estimate istio 20 workloads', { pods: 20 }],
    ['estimate 22,000 pods 1.5k nodes', { pods: 22_000, nodes: 1500 }],
    ['estimate pods=2k–3k', { pods: 2500 }],
  ]
  for (const [text, size] of cases) {
    it(text, () => {
      const { answer } = runCommand(meshwise, text)
      expect(answer).toMatchObject({ kind: 'estimate', size })
    })
  }
})

import { describe, expect, it } from 'vitest'
import { smallKnowledge } from '../helpers/knowledge.ts'
import { inTerminal } from '../helpers/terminal.ts'

describe('mesh knowledge diff', () => {
  it('tells what changed since a revision', async () => {
    const [first, ...others] = smallKnowledge.meshes
    const before = { ...smallKnowledge, meshes: others }
    const { code, out } = await inTerminal(['knowledge', 'diff', 'v1'], { knowledgeAt: () => before })
    expect(code).toBe(0)
    expect(out).toContain(`new mesh: ${first?.id}`)
  })

  it('says so where there is no such revision', async () => {
    const none = () => {
      throw new Error('fatal: Needed a single revision')
    }
    const { code, out, err } = await inTerminal(['knowledge', 'diff', 'nope'], { knowledgeAt: none })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('There is no revision "nope"')
  })
})

describe('mesh knowledge corrections', () => {
  it('lists what users say is wrong', async () => {
    const correction = {
      id: 'c1',
      createdAt: '2026-11-20T10:00:00.000Z',
      userId: 'U1',
      mesh: 'istio',
      topic: 'retries',
      text: 'The default has changed.',
      sourceUrl: 'https://example.org/notes',
    }
    const { code, out } = await inTerminal(['knowledge', 'corrections'], { corrections: async () => [correction] })
    expect(code).toBe(0)
    expect(out).toContain('1 correction')
    expect(out).toContain('20 Nov 2026')
    expect(out).toContain('istio')
  })
})

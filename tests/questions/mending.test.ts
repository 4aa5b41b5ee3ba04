import { describe, expect, it } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { mendingBy } from '../../src/questions/mending.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const { mend } = mendingBy(knowledge)

describe('a word that is a slip of one of the field', () => {
  it.each([
    ['does istio support mtsl', 'mtsl', 'does istio support mtls'],
    ['istio Securty?', 'securty', 'istio security?'],
    ['linkerd obsrvability', 'obsrvability', 'linkerd observability'],
  ])('is put right where it stands: %s', (text, word, meant) => expect(mend(text, word)).toBe(meant))
  it.each([
    ['istio kafkaesque', 'kafkaesque'],
    ['istio abcd', 'abcd'],
    ['istio tlsm', 'tlsx'],
    ['', ''],
    [`istio ${'x'.repeat(5000)}`, 'x'.repeat(5000)],
  ])('is none where nothing is near: %s', (text, word) => expect(mend(text, word)).toBeUndefined())
  it('is said to be taken so, and answered', () => {
    const { reply, read } = createMeshwise(knowledge)
    const { answer } = reply(read('does istio support mtsl'))
    expect(answer.askBack).toMatch(/^I took that as "does istio support mtls"\./)
    expect(answer.command).toMatchObject({ kind: 'fact', meshes: ['istio'], topics: ['mutual-tls'] })
  })
})

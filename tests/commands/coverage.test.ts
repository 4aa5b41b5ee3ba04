import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownOf } from '../../src/answers/known.ts'
import { coverageOf } from '../../src/commands/coverage.ts'
import { vocabularyOf } from '../../src/questions/vocabulary.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const { facts, lines } = knownOf(knowledge)
const reading = { lines, vocabulary: vocabularyOf(knowledge) }
const of = (mesh: string, topic: string, ...content: string[]) =>
  coverageOf(content, [topic], [facts.of(mesh, topic)], reading)

describe('how much of a question a fact speaks of', () => {
  it("is all where the question has the topic's own words alone, or none", () => {
    expect(of('istio', 'rate-limiting', 'rate', 'limiting')).toBe(1)
    expect(of('istio', 'rate-limiting')).toBe(1)
  })

  it('is less with every word that it has nothing on, and least with names that nothing explains', () => {
    const english = of('istio', 'rate-limiting', 'rate', 'limiting', 'birthday')
    expect(english).toBeLessThan(1)
    expect(of('istio', 'rate-limiting', 'rate', 'limiting', 'frobnicator')).toBeLessThan(english)
    expect(of('istio', 'rate-limiting', 'frobnicator')).toBe(0)
  })

  it('is a share, whatever the words, and more words of nothing never make it more', () => {
    const words = fc.array(
      fc.constantFrom('rate', 'limiting', 'mtls', 'udp', 'kafka', 'pods', 'frobnicator', 'envoy', 'yes'),
    )
    fc.assert(
      fc.property(words, (content) => {
        const share = of('linkerd', 'rate-limiting', ...content)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(of('linkerd', 'rate-limiting', ...content, 'zzgrimble')).toBeLessThanOrEqual(share)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownOf } from '../../src/answers/known.ts'
import { linesOf } from '../../src/facts/lines.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const { facts, lines } = knownOf(knowledge, ownWords().same)
const bestTopic = (mesh: string, words: string) =>
  [...lines.bestOf(mesh, words.split(' '), [])].sort(([, a], [, b]) => b.score - a.score)[0]?.[0]

describe('the lines of a mesh', () => {
  it.each([
    ['consul', 'udp sidecar', 'protocols'],
    ['istio', 'oauth2 login redirect', 'jwt-authentication'],
    ['linkerd', 'redis opaque ports', 'protocols'],
    ['istio', 'vault integration', 'external-ca'],
    ['istio', 'fargate daemonset', 'platforms'],
  ])('of %s lead by %s to %s', (mesh, words, topic) => {
    expect(bestTopic(mesh, words)).toBe(topic)
  })

  it('are found by words that say the same', () => {
    const [line] = ['expiry', 'lifetime'].map(
      (word) => lines.find([word], [facts.of('istio', 'certificate-rotation')])?.line.text,
    )
    expect(line).toBeDefined()
  })

  it('count a part of a name less than a word', () => {
    const inName = lines.bestOf('istio', ['Envoy', 'Filter'], [])
    const asName = lines.bestOf('istio', ['EnvoyFilter'], [])
    expect(asName.get('configuration-model')?.score ?? 0).toBeGreaterThan(0)
    expect(inName.size).toBeGreaterThan(0)
  })

  it('of a mode count less where another one is asked for', () => {
    const words = ['targetrefs', 'waypoint']
    const scoreIn = (mode: string) => lines.bestOf('istio', words, [mode]).get('l7-authorization')?.score ?? 0
    expect(scoreIn('ambient')).toBeGreaterThan(scoreIn('sidecar'))
  })
})

describe('searching', () => {
  const all = knowledge.meshes.flatMap((mesh) => knowledge.topics.map((topic) => facts.of(mesh.id, topic.id)))
  const aFact = fc.constantFrom(...all.filter((fact) => !fact.missing))
  const words = fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('mtls', 'pods', '1.24', 'gateway')), {
    maxLength: 12,
  })

  it('finds only lines of the facts that it is given, and never less for more words', () => {
    fc.assert(
      fc.property(aFact, words, fc.string({ maxLength: 8 }), (fact, some, more) => {
        const found = lines.find(some, [fact])
        if (found) expect(linesOf(fact)).toContainEqual(found.line)
        expect(lines.find([...some, more], [fact])?.score ?? 0).toBeGreaterThanOrEqual(found?.score ?? 0)
      }),
    )
  })

  it('is the same in any order of words, and however often one is said', () => {
    fc.assert(
      fc.property(aFact, words, (fact, some) => {
        const turned = [...some].reverse()
        expect(lines.find([...turned, ...turned], [fact])?.line).toEqual(lines.find(turned, [fact])?.line)
        expect(lines.find(turned, [fact])?.score ?? 0).toBeCloseTo(lines.find(some, [fact])?.score ?? 0)
      }),
    )
  })
})

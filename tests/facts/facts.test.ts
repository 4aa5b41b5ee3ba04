import { expect, test } from 'vitest'
import { resolveFacts } from '../../src/facts/facts.ts'
import { smallKnowledge as knowledge } from '../helpers/knowledge.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

test('every cell is resolved, with every source that it names', () => {
  const own = ownKnowledge()
  const facts = resolveFacts(own)
  for (const mesh of own.meshes) {
    for (const topic of own.topics) {
      const { statement, sources } = facts.of(mesh.id, topic.id)
      const cell = mesh.facts[topic.id]
      expect(statement).toBe(cell?.statement)
      expect(sources.map(({ id }) => id)).toEqual(cell?.sources)
    }
  }
})

test('a fact is resolved with its sources, its figures and what the organisation says itself', () => {
  const facts = resolveFacts(knowledge)
  expect(facts.of('linkerd', 'memory-overhead')).toMatchObject({
    mesh: { id: 'linkerd', name: 'Linkerd' },
    topic: { id: 'memory-overhead' },
    house: { statement: 'We measured 9 MB per pod.' },
  })
  expect(facts.of('istio', 'data-plane').sources).toEqual([{ id: 'istio', ...knowledge.sources.get('istio') }])
})

test('the same fact and the same source are the same object', () => {
  const facts = resolveFacts(knowledge)
  expect(facts.of('istio', 'data-plane')).toBe(facts.of('istio', 'data-plane'))
  expect(facts.of('istio', 'data-plane').sources[0]).toBe(facts.cite(['istio'])[0])
})

test('sources are cited each once, in order; what is no source is left out', () => {
  const { cite } = resolveFacts(knowledge)
  expect(cite(['study', 'istio', 'nowhere', 'study']).map(({ id }) => id)).toEqual(['study', 'istio'])
})

test('asking for what there is not is a mistake of ours', () => {
  const facts = resolveFacts(knowledge)
  expect(() => facts.of('kuma', 'data-plane')).toThrow('no fact of "kuma"')
  expect(() => facts.of('istio', 'constructor')).toThrow('"constructor"')
})

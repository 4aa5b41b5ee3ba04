import { describe, expect, it } from 'vitest'
import { neighbourFinder } from '../../src/questions/neighbours.ts'
import { createReader } from '../../src/questions/reading.ts'
import { tokenize } from '../../src/questions/tokens.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const finder = neighbourFinder(knowledge)
const reader = createReader(knowledge, ownWords())
const find = (text: string) => finder.find(tokenize(text))
const idsIn = (text: string) => find(text).named.map(({ id }) => id)

const alone = [
  (name: string) => `What is ${name}?`,
  (name: string) => `is ${name} still maintained`,
  (name: string) => `We run ${name} in production today, what now?`,
]
const beside = [
  (name: string, mesh: string) => `Is ${name} better than ${mesh}?`,
  (name: string, mesh: string) => `does ${mesh} work together with ${name}`,
  (name: string, mesh: string) => `We are moving from ${name} to ${mesh}, what breaks?`,
]

describe('every neighbour', () => {
  for (const { id, name, aliases } of knowledge.neighbours) {
    it(`${name} is found by its name and each alias, alone and beside a mesh`, () => {
      for (const word of [name, ...aliases]) {
        for (const sentence of alone) expect(idsIn(sentence(word)), sentence(word)).toEqual([id])
        for (const mesh of knowledge.meshes) {
          for (const sentence of beside) {
            const text = sentence(word, mesh.name)
            const { named } = find(text)
            expect(
              named.map((one) => one.id),
              text,
            ).toEqual([id])
            const outside = reader
              .read(text)
              .mentions.filter(
                ({ by, start, end }) => by === 'name' && !named.some((n) => n.start < end && start < n.end),
              )
            expect(
              outside.map((mention) => mention.mesh),
              text,
            ).toEqual([mesh.id])
          }
        }
      }
    })
  }
})

describe('a word that several neighbours go by', () => {
  for (const { said, ids } of knowledge.ambiguous) {
    it(`${said}: gives those that it may mean`, () => {
      for (const sentence of alone) {
        expect(find(sentence(said))).toEqual({
          named: [],
          unclear: [expect.objectContaining({ words: expect.any(String), ids })],
        })
      }
    })
  }

  it('is no longer unclear inside the name of one', () => {
    expect(find('nginx gateway fabric or nginx?')).toMatchObject({
      named: [{ id: 'nginx-gateway-fabric', start: 0, end: 3 }],
      unclear: [{ words: 'nginx', start: 4, end: 5 }],
    })
  })
})

describe('the longest phrase', () => {
  it.each([
    ['is linkerd 1.x dead', ['linkerd-1']],
    ['is linkerd 2.x dead', []],
    ['the Istio-based OpenShift Service Mesh', ['openshift-service-mesh']],
    ['Kong Mesh or Kuma', ['kong-mesh', 'kuma']],
    ['hashicorp vault with hashicorp consul', ['vault']],
    ['Envoy Gateway in front of Envoy', ['envoy-gateway', 'envoy']],
    ['the HCP Consul that was', ['hcp-consul']],
    ['who runs cilium service mesh', []],
    ['what does the mesh gateway of consul do', []],
    ['can the service connect to layer 5 of our app', []],
    ['I prefer gradual rollouts on GKE with istio', []],
  ])('%s → %j', (text, ids) => expect(idsIn(text)).toEqual(ids))
})

describe('a word of a topic or term', () => {
  it.each([
    ['does istio use envoy', true],
    ['can I write an envoy filter', true],
    ['is Kuma any good', false],
  ])('%s: shared is %s', (text, shared) => expect(find(text).named).toMatchObject([{ shared }]))
})

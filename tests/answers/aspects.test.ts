import { describe, expect, it } from 'vitest'
import { sentence } from '../../src/answers/aspects/aspect.ts'
import { answerFact } from '../../src/answers/fact.ts'
import { knownOf } from '../../src/answers/known.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { aspects } from '../../src/questions/question.ts'
import { firstSentence } from '../../src/wording.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const known = knownOf(knowledge)
const meshwise = createMeshwise(knowledge)
const said = (text: string): string => firstSentence(meshwise.ask(text).answer.headline)

/** Words of reply, each of which would be an answer to another question than one with a qualifier. */
const bareReply = /^(Yes|No|Partly)[.,]/

describe('a level is a reply only to a plain question whether', () => {
  const graded = knowledge.meshes.flatMap((mesh) =>
    knowledge.topics.flatMap((topic) => (known.facts.of(mesh.id, topic.id).support ? [{ mesh, topic }] : [])),
  )
  const qualified: readonly ((mesh: string, topic: string) => string)[] = [
    (mesh, topic) => `is ${topic} on by default in ${mesh}?`,
    (mesh, topic) => `does ${mesh} not support ${topic}?`,
    (mesh, topic) => `does ${mesh} still lack ${topic}?`,
    (mesh, topic) => `is ${mesh} missing ${topic}?`,
    (mesh, topic) => `does ${topic} need anything else in ${mesh}?`,
    (mesh, topic) => `can ${mesh} do only ${topic}?`,
    (mesh, topic) => `is ${topic} free in ${mesh}?`,
    (mesh, topic) => `since when does ${mesh} have ${topic}?`,
    (mesh, topic) => `which resource configures ${topic} in ${mesh}?`,
    (mesh, topic) => `why does ${mesh} have no ${topic}?`,
  ]

  it.each(knowledge.meshes.map(({ name }) => name))(
    'of %s, whatever the topic',
    (name) => {
      for (const { mesh, topic } of graded.filter((one) => one.mesh.name === name)) {
        for (const ask of qualified) {
          const text = ask(mesh.name, topic.title)
          expect(said(text), text).not.toMatch(bareReply)
        }
      }
    },
    60_000,
  )

  it.each([
    ['does linkerd verify jwt tokens', /^No\. Linkerd/],
    ['does istio support traffic mirroring?', /^Yes\. Istio/],
    ['can cilium mirror traffic', /^Partly\. Cilium/],
  ])('%s', (text, reply) => {
    expect(said(text)).toMatch(reply)
  })
})

describe('an aspect is told by its field', () => {
  const told = aspects.filter((aspect) => aspect !== 'can' && aspect !== 'what')
  it.each(told)('%s, of every fact: the field, a line, or that there is nothing on it', (aspect) => {
    for (const mesh of knowledge.meshes) {
      for (const topic of knowledge.topics) {
        const { headline } = answerFact(known, [mesh], [topic], { aspect })
        expect(headline).not.toMatch(bareReply)
        expect(headline.length).toBeGreaterThan(0)
        expect(headline).not.toMatch(/\bundefined(?! behaviour)|\.\.|\s\s/)
      }
    }
  })

  it.each([
    ['is plaintext refused by default in istio', /^By default: PERMISSIVE/],
    ['since when does linkerd have rate limiting', /^Since 2\.17/],
    ['is rate limiting in consul free', /^It is not free/],
    ['is circuit breaking in linkerd stable', /^It is stable/],
    ['what CRD sets strict mtls in istio', /PeerAuthentication/],
    ['is istio 1.29 still supported', /1\.29 ended/],
    ['how sure are you that cilium has tracing', /held against \d+ sources/],
  ])('%s', (text, sentence) => {
    expect(said(text)).toMatch(sentence)
  })
})

describe('a narrower question', () => {
  it.each([
    ['can istio mirror plain tcp connections', /TCP connections cannot be mirrored/],
    ['can i run linkerd on openshift', /OpenShift/],
    ['does linkerd support udp', /UDP/],
    ['can consul intentions match on addresses', /not on .*addresses/],
  ])('gets the line that answers it first: %s', (text, sentence) => {
    expect(said(text)).toMatch(sentence)
  })

  it.each(['does istio work with lorawan', 'is cilium certified for hipaa', 'does linkerd retry kafkaesque calls'])(
    'says what it has nothing on: %s',
    (text) => {
      expect(said(text)).toMatch(/^I have nothing on (lorawan|hipaa|kafkaesque)/)
    },
  )
})

describe('modes of one mesh', () => {
  it.each(['sidecar or ambient?', 'istio ambient vs sidecar memory', 'should we go for ambient or sidecars'])(
    'stand side by side: %s',
    (text) => {
      expect(said(text)).toMatch(/ambient.*; .*sidecar|sidecar.*; .*ambient/i)
    },
  )
})

describe('modes that a topic does not tell apart', () => {
  it('are told by what they are, once each', () => {
    const sentence = said('which istio mode is a best fit, ambient or sidecar?')
    const [one, other] = sentence.split('; ')
    expect(other).toBeDefined()
    expect(one).not.toBe(other)
  })
})

it('modes are no answer where the knowledge has no topic that tells them', () => {
  const topics = knowledge.topics.filter(({ id }) => id !== 'data-plane')
  const without = createMeshwise({ ...knowledge, topics })
  for (const text of ['sidecar or ambient?', 'do I need sidecars with istio']) {
    expect(() => without.ask(text), text).not.toThrow()
  }
})

describe('meshes together', () => {
  it.each([
    ['istio on cilium', /cni\.exclusive=false/],
    ['can I run istio and linkerd in the same cluster', /Linkerd.*beside Istio/],
  ])('%s', (text, sentence) => {
    expect(said(text)).toMatch(sentence)
  })

  it('are held against each other where the words say so', () => {
    expect(meshwise.read('istio or cilium, which is better').command.kind).not.toBe('fact')
    expect(meshwise.read('istio vs cilium').command.kind).toBe('compare')
  })
})

describe('what a mesh lacks', () => {
  it.each([
    ["what can't linkerd do", /fault injection/],
    ['what does istio ambient lack compared with sidecars', /stands behind Istio in sidecar mode/],
    ["everything linkerd can't do that istio can", /stands behind Istio/],
  ])('%s', (text, sentence) => {
    expect(said(text)).toMatch(sentence)
  })

  it('is not asked by a question on one topic', () => {
    expect(meshwise.read('which meshes do not support fault injection').command.kind).toBe('fact')
  })
})

it.each([
  ['on', 'On.'],
  ['istiod reads it', 'Istiod reads it.'],
  ['eBPF in the kernel', 'eBPF in the kernel.'],
  ['maxConnections caps it.', 'maxConnections caps it.'],
])('%s as a sentence', (text, said) => {
  expect(sentence(text)).toBe(said)
})

import { describe, expect, it } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { firstSentence } from '../../src/wording.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const { ask, read } = createMeshwise(ownKnowledge())
const answerOf = (text: string) => ask(text).answer.headline

describe('a mesh in brackets before or after a question', () => {
  it.each([
    ['[linkerd] can requests be retried as istio does it?', ['linkerd']],
    ['is there request mirroring as in linkerd? (istio)', ['istio']],
    ['are retries there for istio and linkerd (and for how long)?', ['istio', 'linkerd']],
  ])('is the one that it is about: %s', (text, meshes) => {
    expect(read(text).command).toMatchObject({ kind: 'fact', meshes })
  })
})

describe("a mesh's own domain, in an annotation or a label", () => {
  it.each([
    ['what does config.linkerd.io/access-log do', ['linkerd']],
    ['is istio.io/dataplane-mode needed on every pod', ['istio']],
  ])('names it: %s', (text, named) => {
    expect(read(text).question?.named).toEqual(named)
  })
  it('and a host name that ends like one does not', () => {
    expect(read('lookup of web.service.consul fails').question?.named).toEqual([])
  })
})

describe('several meshes on a topic', () => {
  it('are told by where they stand, unless more is asked than the topic', () => {
    expect(answerOf('which meshes support retries')).toMatch(/Istio and Linkerd: yes/)
  })
})

describe('whether a mesh is needed', () => {
  it.each([
    'not sure that a service mesh is needed yet',
    'is a service mesh necessary for five services?',
    'when does a service mesh make sense?',
    'is istio or linkerd overkill for five services?',
  ])('is told by the case for and against: %s', (text) => {
    expect(read(text).command.kind).toBe('need')
  })
  it.each(['can a mesh span two clusters?', 'does linkerd need a mesh gateway?', 'which mesh requires sidecars'])(
    'is not asked by: %s',
    (text) => {
      expect(read(text).command.kind).not.toBe('need')
    },
  )
})

describe('the line that a question leads to', () => {
  it('is said though it has one word more than what comes first, where that word tells', () => {
    expect(firstSentence(answerOf('does istio have lts releases?'))).toMatch(/long-term support/)
  })
  it('is never one that only points to another topic', () => {
    const answers = [
      'what do certificates of linkerd last, and which tls versions are there?',
      'what does running istio cost, and who runs it for me?',
    ]
    for (const text of answers) expect(answerOf(text), text).not.toMatch(/^[^.]* (stands?|are|is) under /)
  })
  it('of several meshes is one that has most of what is asked', () => {
    expect(answerOf('do istio and linkerd have retries and a birthday party?')).not.toMatch(/ambient mode: /i)
  })
})

describe('whether a mesh needs a kind of data plane', () => {
  it.each(['does istio require sidecars', 'does istio always need a sidecar?'])(
    'is told of all its modes: %s',
    (text) => {
      expect(answerOf(text)).toMatch(/^Istio has two data planes: .*ambient/)
    },
  )
  it('is told of one without any', () => {
    expect(answerOf('is a sidecar needed with cilium')).toMatch(/there are no sidecars/i)
  })
})

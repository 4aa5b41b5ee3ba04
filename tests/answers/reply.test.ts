import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasAll, replyBy } from '../../src/answers/reply.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { firstSentence } from '../../src/wording.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

describe('a line replies', () => {
  it.each([
    ['UDP, QUIC and HTTP/3 are not meshed.', ['udp'], 'No.'],
    ['HTTP and gRPC only; TCP connections cannot be mirrored.', ['mirror', 'tcp', 'connections'], 'No.'],
    ['Windows: pods on Windows nodes cannot join.', ['windows', 'pods'], 'No.'],
    ['Tokens are read from headers, parameters or cookies.', ['tokens', 'read', 'cookies'], 'Yes.'],
  ])('%s to %j: %s', (line, words, reply) => {
    expect(replyBy(line, words)).toBe(reply)
  })

  it.each([
    ['of another clause', 'HTTP and gRPC only; TCP connections cannot be mirrored.', ['http', 'connections']],
    ['with a condition', 'Headless services can be mirrored when that is switched on.', ['headless', 'mirrored']],
    ['by a heading alone', 'Calico and Istio ambient: its load balancing is switched off.', ['calico', 'ambient']],
    ['by one word alone', 'EKS, AKS and k3s work as they are.', ['k3s']],
    ['to what it does not speak of', 'UDP is not meshed.', ['sctp']],
    [
      'of what stands beside what is denied',
      "Calls to a pod's own address, as for a StatefulSet behind a headless Service, are not balanced.",
      ['statefulset'],
    ],
    ['to nothing', 'UDP is not meshed.', []],
  ])('not %s', (_, line, words) => {
    expect(replyBy(line, words)).toBeUndefined()
  })

  it('never with a yes where it denies anything', () => {
    const words = fc.array(
      fc.constantFrom('udp', 'pods', 'mirror', 'tcp', 'not', 'cannot', 'only', 'is', 'with', ';', '.'),
    )
    fc.assert(
      fc.property(words, words, (said, asked) => {
        const line = said.join(' ')
        if (/\b(not|cannot)\b/.test(line)) expect(replyBy(line, asked)).not.toBe('Yes.')
        if (replyBy(line, asked) !== undefined) expect(hasAll(line, asked)).toBe(true)
      }),
    )
  })
})

describe('a level is no reply', () => {
  const { ask } = createMeshwise(ownKnowledge())
  it.each([
    'does cilium support multi cluster with overlapping pod cidrs',
    'does cilium retry between services without a gateway',
    'can linkerd proxies be configured per namespace',
  ])('to a question on something beside the topic: %s', (text) => {
    expect(firstSentence(ask(text).answer.headline)).not.toMatch(/^(Yes|No|Partly)\b/)
  })
  it.each([
    ['can istio run on eks fargate', /^No\. EKS Fargate/],
    ['does linkerd support udp', /^No\. UDP/],
    ['does consul run on nomad', /^Yes\. /],
  ])('but a line is: %s', (text, reply) => {
    expect(firstSentence(ask(text).answer.headline)).toMatch(reply)
  })
})

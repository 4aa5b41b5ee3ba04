import { describe, expect, it } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import type { ThreadContext } from '../../src/questions/question.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const { ask, read } = createMeshwise(ownKnowledge())

/** What the last turn of a conversation comes to. */
const lastOf = (...turns: readonly string[]) => {
  const last = turns.at(-1) ?? ''
  const context = turns
    .slice(0, -1)
    .reduce<ThreadContext | undefined>((before, turn) => ask(turn, before).context ?? before, undefined)
  return read(last, context).command
}

describe('a turn says which meshes it means', () => {
  it.each([
    [
      ['compare istio and linkerd on memory', 'and the other two?'],
      ['cilium', 'consul'],
    ],
    [
      ['compare istio and linkerd on memory', 'what about the others'],
      ['cilium', 'consul'],
    ],
    [['does linkerd do rate limiting?', 'forget linkerd, cilium then'], ['cilium']],
  ])('%j', (turns, meshes) => {
    const command = lastOf(...turns)
    expect('meshes' in command ? [...command.meshes].sort() : command).toEqual(meshes)
  })

  it('or all of them', () => {
    const command = lastOf('compare istio and linkerd on memory', 'all four')
    expect(command).toMatchObject({ kind: 'compare' })
    expect('meshes' in command ? command.meshes : []).toHaveLength(4)
  })
})

describe('a turn asks of what its thread is about', () => {
  it('though its words name a topic as well', () => {
    expect(lastOf('does istio support fips', 'is it free')).toMatchObject({ topics: ['fips'], aspect: 'edition' })
    expect(lastOf('can cilium do retries', 'does it need envoy for that?')).toMatchObject({
      topics: ['retries'],
      aspect: 'needs',
    })
  })

  it('after trouble and how-tos too', () => {
    expect(lastOf('how do I upgrade istio', 'can i skip versions')).toMatchObject({
      meshes: ['istio'],
      topics: ['upgrades'],
    })
  })
})

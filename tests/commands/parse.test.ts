import { describe, expect, it } from 'vitest'
import { knownOf } from '../../src/answers/known.ts'
import { compareMeshes } from '../../src/commands/make.ts'
import { parseCommand } from '../../src/commands/parser.ts'
import { createTools } from '../../src/commands/tools.ts'
import { createReader } from '../../src/questions/reading.ts'
import { topicSearch } from '../../src/questions/topic-search.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const tools = createTools(knownOf(knowledge), createReader(knowledge, ownWords()), topicSearch(knowledge))
const parse = (text: string) => parseCommand(text, tools)
const all = knowledge.meshes.map(({ id }) => id)

describe('compare', () => {
  const meshesOf: [text: string, meshes: string[]][] = [
    ['compare istio cilium', ['istio', 'cilium']],
    ['compare istio vs cilium', ['istio', 'cilium']],
    ['COMPARE Istio, Linkerd and Consul', ['istio', 'linkerd', 'consul']],
    ['compare isito with linkrd', ['istio', 'linkerd']],
    ['compare the ebpf one and the hashicorp one', ['cilium', 'consul']],
    ['compare istio/linkerd', ['istio', 'linkerd']],
    ['compare istio istio linkerd', ['istio', 'linkerd']],
    ['compare all', all],
    ['compare', all],
  ]
  for (const [text, meshes] of meshesOf) {
    it(text, () => expect(parse(text)).toMatchObject({ kind: 'compare', meshes, scope: { kind: 'overall' } }))
  }

  it('on a topic, by id, title, alias or a slip', () => {
    for (const on of ['memory-overhead', 'Memory overhead', 'RAM', 'memroy overhead']) {
      expect(parse(`compare istio cilium on ${on}`), on).toMatchObject({
        scope: { kind: 'topics', topics: ['memory-overhead'] },
      })
    }
  })

  it('on an area', () => {
    expect(parse('compare istio cilium on security')).toMatchObject({ scope: { kind: 'group', group: 'security' } })
  })

  it('asks for the other mesh where one is named, and keeps the topic', () => {
    const command = parse('compare istio on tracing')
    expect(command).toMatchObject({ kind: 'incomplete', problem: 'Compare Istio with which mesh?' })
    expect(command.kind === 'incomplete' && command.choices.map((choice) => choice.command)).toContainEqual(
      compareMeshes(['istio', 'linkerd'], 'tracing'),
    )
  })

  it('says which mesh it does not know, and which one may be meant', () => {
    expect(parse('compare istio kuma')).toMatchObject({
      kind: 'incomplete',
      problem: expect.stringContaining('"kuma"'),
    })
    expect(parse('compare istio sillium')).toMatchObject({ problem: expect.stringContaining('did you mean Cilium?') })
  })
})

describe('other commands', () => {
  it('show one mesh', () => {
    expect(parse('show cillium')).toEqual({ kind: 'show', mesh: 'cilium' })
    expect(parse('show')).toMatchObject({ kind: 'incomplete' })
  })
  it('list sources of a mesh, or of one topic', () => {
    expect(parse('sources linkerd')).toEqual({ kind: 'sources', mesh: 'linkerd', topics: [] })
    expect(parse('sources linkerd retries')).toEqual({ kind: 'sources', mesh: 'linkerd', topics: ['retries'] })
  })
  it('ask takes the question as it is', () => {
    expect(parse('ask what is a  sidecar?')).toEqual({ kind: 'words', words: 'what is a  sidecar?', to: 'ask' })
  })
  it('an unknown one gets help with the nearest', () => {
    expect(parse('comapre istio cilium')).toEqual({ kind: 'help', about: 'comapre' })
    expect(parse('')).toEqual({ kind: 'help' })
  })
  it('what buttons carry leads where it says', () => {
    expect(parse('fact istio on retries')).toEqual({ kind: 'fact', meshes: ['istio'], modes: [], topics: ['retries'] })
    expect(parse('fact all on retries')).toEqual({ kind: 'fact', meshes: [], modes: [], topics: ['retries'] })
    expect(parse('worst istio linkerd on memory-overhead')).toEqual({
      kind: 'best',
      order: 'worst',
      topic: 'memory-overhead',
      meshes: ['istio', 'linkerd'],
    })
    expect(parse('migrate istio linkerd')).toEqual({ kind: 'migrate', from: 'istio', to: 'linkerd' })
  })
})

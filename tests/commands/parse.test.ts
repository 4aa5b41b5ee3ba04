import { describe, expect, it } from 'vitest'
import { knownOf } from '../../src/answers/known.ts'
import { compareMeshes } from '../../src/commands/make.ts'
import { parseCommand } from '../../src/commands/parser.ts'
import { createTools } from '../../src/commands/tools.ts'
import { createReader } from '../../src/questions/reading.ts'
import { vocabularyOf } from '../../src/questions/vocabulary.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const tools = createTools(knownOf(knowledge), createReader(knowledge, ownWords()), vocabularyOf(knowledge))
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

  it('on an area, also with a slip', () => {
    for (const on of ['security', 'securty', 'scurity'])
      expect(parse(`compare istio cilium on ${on}`), on).toMatchObject({ scope: { kind: 'group', group: 'security' } })
    expect(parse('compare istio cilium on trafic')).toMatchObject({ scope: { kind: 'group', group: 'traffic' } })
  })

  it('on words that name nothing, offers what may be meant, and answers nothing else', () => {
    const cost = parse('compare istio cilium on cost')
    expect(cost).toMatchObject({ kind: 'incomplete', problem: expect.stringContaining('pricing') })
    expect(cost.kind === 'incomplete' && cost.choices[0]?.command).toMatchObject({
      kind: 'compare',
      meshes: ['istio', 'cilium'],
      scope: { topics: ['pricing'] },
    })
    expect(parse('compare istio cilium on blabla')).toMatchObject({ kind: 'incomplete' })
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
  it('one that is a slip off is what it was meant to be', () => {
    const said = 'comapre istio cilium'
    expect(parse(said)).toEqual({ kind: 'slip', said, meant: 'compare istio cilium' })
    expect(parse('')).toEqual({ kind: 'help' })
  })
  it('a word that means something begins a question', () => {
    for (const words of ['what is a mesh', 'shoe istio', 'help me choose', 'status of linkerd', 'foo bar'])
      expect(parse(words), words).toEqual({ kind: 'words', words, to: 'ask' })
  })
  it('sources on an area ask for one of its topics, never leave it out', () => {
    expect(parse('sources istio on trafic')).toMatchObject({
      kind: 'incomplete',
      choices: expect.arrayContaining([
        expect.objectContaining({ command: expect.objectContaining({ mesh: 'istio' }) }),
      ]),
    })
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

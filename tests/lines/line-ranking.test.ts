import { stemmer } from 'stemmer'
import { describe, expect, it } from 'vitest'
import { resolveFacts } from '../../src/facts/facts.ts'
import { linesOf } from '../../src/facts/lines.ts'
import { lineIndex } from '../../src/lines/line-index.ts'
import { lineModelRow, readLineModel } from '../../src/lines/line-model.ts'
import { lineRanking } from '../../src/lines/line-ranking.ts'
import { ownLineModel } from '../../src/lines/own-line-model.ts'
import type { AskedOfLines } from '../../src/lines/pairs.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const facts = resolveFacts(knowledge)
const index = lineIndex(facts.all)
const stems = (text: string) => [...new Set(text.toLowerCase().split(' ').map(stemmer))]
const asked = (text: string, more: Partial<AskedOfLines> = {}): AskedOfLines => ({
  words: stems(text),
  content: stems(text),
  aspect: 'what',
  modes: [],
  ...more,
})

describe('the lines of a fact', () => {
  it('have ids of their own, by which each is found again', () => {
    for (const fact of facts.all) {
      const ids = linesOf(fact).map(({ id }) => id)
      expect(new Set(ids).size, `${fact.mesh.id} ${fact.topic.id}`).toBe(ids.length)
    }
  })
})

describe('the ranking of lines', () => {
  const { rank } = lineRanking(index, ownLineModel())
  it('gives every line of the facts once, with shares that make 1', () => {
    const some = [facts.of('istio', 'retries'), facts.of('istio', 'fault-injection')]
    const ranked = rank(asked('can tcp connections be given faults'), some)
    expect(ranked.map(({ fact, line }) => `${fact.topic.id} ${line.id}`).sort()).toEqual(
      some.flatMap((fact) => linesOf(fact).map(({ id }) => `${fact.topic.id} ${id}`)).sort(),
    )
    expect(ranked.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1)
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a))
  })
  it('puts the line first that has the rare words of a question', () => {
    const [best] = rank(asked('can tcp connections be given faults'), [facts.of('istio', 'fault-injection')])
    expect(best?.line.text).toMatch(/TCP/)
  })
  it('weighs how likely the topic is by turn of phrase', () => {
    const both = [facts.of('istio', 'retries'), facts.of('istio', 'fault-injection')]
    const shareOn = (topic: string) => (id: string) => (id === topic ? 0.95 : 0.01)
    const first = (topic: string) => rank(asked('how does it work here'), both, shareOn(topic))[0]?.fact.topic.id
    expect(first('retries')).toBe('retries')
    expect(first('fault-injection')).toBe('fault-injection')
  })
  it('ranks where nothing is asked too, and of no facts no lines', () => {
    expect(rank(asked(''), [facts.of('linkerd', 'fips')])).not.toEqual([])
    expect(rank(asked('x'.repeat(5000)), [])).toEqual([])
  })
})

describe('the file of a line model', () => {
  it('is read as it was written', () => {
    const row = lineModelRow('mandatori', [
      ['=default', 12],
      ['~denial', -3],
    ])
    const { weightsOf } = readLineModel({ step: 0.05, words: [row] })
    expect(weightsOf('mandatori')).toEqual(
      new Map([
        ['=default', 12 * 0.05],
        ['~denial', -3 * 0.05],
      ]),
    )
    expect(weightsOf('other')).toBeUndefined()
  })
  it.each([
    { step: 0.05, words: ['mandatori =default'] },
    { step: 0.05, words: ['mandatori =default much'] },
    { step: 0, words: [] },
    {},
  ])('is refused where it is none: %j', (content) => {
    expect(() => readLineModel(content)).toThrow()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainReading } from '../../src/cli/explain.ts'
import type { Knowledge, Topic } from '../../src/knowledge/knowledge.ts'
import { ownModel } from '../../src/questions/classifier/own-model.ts'
import type { ThreadContext } from '../../src/questions/question.ts'
import { createReader } from '../../src/questions/reading.ts'
import { createUnderstanding } from '../../src/questions/understand.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { readSingles, readThreads } from './labelled.ts'

const own = ownKnowledge()
const model = ownModel()
const words = ownWords()

const understandingOf = (knowledge: Knowledge) =>
  createUnderstanding(knowledge, createReader(knowledge, words), model).understand

const gpu: Topic = {
  id: 'gpu-offload',
  group: 'operations',
  title: 'GPU offloading',
  kind: 'supported',
  meaning: 'Whether proxies can hand cryptography to a graphics card.',
  why: 'It frees processors.',
  words: ['gpu offload', 'cuda acceleration', 'graphics card'],
  phrasings: [
    'Can it use a graphics card for encryption?',
    'Is there a way to hand the handshakes over?',
    'Does it need nvidia drivers on the node?',
    'Who uses CUDA for the proxies?',
    'How much faster is it with a graphics processor?',
  ],
}

describe('a topic that nothing was trained on', () => {
  const understand = understandingOf({ ...own, topics: [...own.topics, gpu] })
  const read = (text: string, context?: ThreadContext) => understand(text, context).question

  it.each([
    ['its title', 'does istio support GPU offloading?', 'fact', ['istio']],
    ['one of its words', 'how does cuda acceleration work in consul', 'fact', ['consul']],
    ['its words alone', 'gpu offload', 'fact', []],
    ['its words, of two meshes', 'istio vs linkerd on gpu offload', 'compare', ['istio', 'linkerd']],
    ['its words, for the best', 'which mesh is best at cuda acceleration', 'best', []],
    ['its title, for its meaning', 'what is GPU offloading?', 'define', []],
    ['a word that only its phrasings have', 'does linkerd need nvidia drivers', 'fact', ['linkerd']],
    ['a phrasing of common words', 'is there a way to hand the handshakes over in istio', 'fact', ['istio']],
  ])('is found by %s: %s', (_by, text, intent, meshes) => {
    expect(read(text)).toMatchObject({ intent, meshes })
    expect(read(text).topics[0]).toBe('gpu-offload')
  })

  it('stands beside a trained one that is named too', () => {
    const { topics } = read('does istio do rate limiting and gpu offload')
    expect([...topics].sort()).toEqual(['gpu-offload', 'rate-limiting'])
  })

  it('is gone to and on with in a thread', () => {
    const first = understand('does istio support fault injection?')
    const turn = understand('and gpu offload?', first.context)
    expect(turn.question).toMatchObject({ meshes: ['istio'], topics: ['gpu-offload'] })
    expect(understand('what about linkerd?', turn.context).question).toMatchObject({
      meshes: ['linkerd'],
      topics: ['gpu-offload'],
    })
  })

  it('is explained by its words', () => {
    const question = read('does istio support gpu offload?')
    expect(question.evidence).toContainEqual({
      words: 'gpu offload',
      means: 'topic gpu-offload by its words',
      weight: 0.8,
    })
    expect(JSON.stringify(explainReading(question))).toContain('“gpu offload”')
  })

  it('is left alone by questions that it has nothing to do with', () => {
    expect(read('does linkerd retry?').topics).toEqual(['retries'])
    expect(read('what is the weather?').intent).toBe('none')
  })
})

describe('readings of the labelled questions', { timeout: 30_000 }, () => {
  const usual = understandingOf(own)
  /** Words that no question, file or language has. */
  const nonsense = fc.stringMatching(/^zq[bdfgkz]{4,8}x$/)
  const topic = fc
    .record({
      kind: fc.constantFrom('described', 'supported', 'measured', 'ranked'),
      names: fc.array(nonsense, { minLength: 9, maxLength: 9 }),
    })
    .map(({ kind, names: [id = '', title = '', ...rest] }): Topic => {
      return { ...gpu, id, title, kind, words: rest.slice(0, 3), phrasings: rest.slice(3).map((one) => `${one}?`) }
    })

  it('stay the same, whatever topic with words of its own is added', () => {
    fc.assert(
      fc.property(topic, (added) => {
        const extended = understandingOf({ ...own, topics: [...own.topics, added] })
        for (const { q } of readSingles()) expect(extended(q), q).toEqual(usual(q))
        for (const { turns } of readThreads()) {
          let context: ThreadContext | undefined
          for (const { q } of turns) {
            const read = usual(q, context)
            expect(extended(q, context), q).toEqual(read)
            context = read.context
          }
        }
      }),
      { numRuns: 4 },
    )
  })
})

describe('a topic that was trained on and is not there', () => {
  const without = (...ids: string[]): Knowledge => ({
    ...own,
    topics: own.topics.filter(({ id }) => !ids.includes(id)),
  })

  it('is not covered, rather than answered with something else', () => {
    const understand = understandingOf(without('fips'))
    expect(understandingOf(own)('is istio fips 140-3 validated?').question.topics).toEqual(['fips'])
    expect(understand('is istio fips 140-3 validated?').question).toMatchObject({ intent: 'none', topics: [] })
  })

  it('is not covered in a thread either', () => {
    const understand = understandingOf(without('fips'))
    const { context } = understand('does istio support retries?')
    expect(understand('and fips 140-3?', context).question).toMatchObject({ intent: 'none', topics: [] })
  })

  it('leaves what it had to a topic that has its words', () => {
    const renamed = own.topics.map((topic) => (topic.id === 'fips' ? { ...topic, id: 'government-crypto' } : topic))
    const { question } = understandingOf({ ...own, topics: renamed })('is istio fips 140-3 validated?')
    expect(question).toMatchObject({ intent: 'fact', meshes: ['istio'], topics: ['government-crypto'] })
  })
})

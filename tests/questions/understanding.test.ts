import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSingles, readThreads } from './labelled.ts'
import { ownUnderstanding } from './own-understanding.ts'
import { isKept, leastOf, type Rate, readSingle, readThread, scoreOf } from './score.ts'

const { understand, knowledge } = ownUnderstanding()

/**
 * What was right of the half that may be looked at, on 25 November 2026. The other half is kept for reporting, and read
 * by `npm run bench:questions` only.
 */
const found = {
  single: {
    all: { right: 93, of: 103 },
    intent: { right: 97, of: 103 },
    topic: { right: 75, of: 83 },
    meshes: { right: 101, of: 102 },
    refused: { right: 13, of: 13 },
  },
  turns: {
    all: { right: 37, of: 38 },
    intent: { right: 38, of: 38 },
    topic: { right: 33, of: 33 },
    meshes: { right: 37, of: 38 },
  },
} as const
/** Of the questions in scope, how many were not refused. */
const answered: Rate = { right: 83, of: 85 }
/** Of the readings with a confidence above 0.8, how many were right. */
const rightWhenSure: Rate = { right: 78, of: 80 }

describe('understanding of questions that nothing was trained on', () => {
  const isVisible = (one: { id: string }) => !isKept(one)
  const single = scoreOf(
    readSingles()
      .filter(isVisible)
      .map((one) => readSingle(one, (text) => understand(text).got)),
  )
  const turns = scoreOf(
    readThreads()
      .filter(isVisible)
      .flatMap((thread) => readThread(thread, understand)),
  )

  it.each(['all', 'intent', 'topic', 'meshes', 'refused'] as const)(
    'is as good as it was on single questions: %s',
    (share) => {
      expect(single[share]).toBeGreaterThanOrEqual(leastOf(found.single[share]))
    },
  )
  it.each(['all', 'intent', 'topic', 'meshes'] as const)(
    'is as good as it was on turns of conversations: %s',
    (share) => {
      expect(turns[share]).toBeGreaterThanOrEqual(leastOf(found.turns[share]))
    },
  )
  it('refuses hardly any question that it could answer', () => {
    expect(1 - single.wronglyRefused).toBeGreaterThanOrEqual(leastOf(answered))
  })
  it('is right when it says that it is sure', () => {
    expect(single.sure.right).toBeGreaterThanOrEqual(leastOf(rightWhenSure))
  })
})

describe('the way of writing', () => {
  const names = knowledge.meshes.map(({ name }) => name)
  const topicWords = knowledge.topics
    .filter(({ kind }) => kind === 'supported' || kind === 'measured')
    .map(({ title }) => title.toLowerCase())
  const question = fc
    .record({ mesh: fc.constantFrom(...names), topic: fc.constantFrom(...topicWords) })
    .map(({ mesh, topic }) => `does ${mesh} support ${topic}`)
  const reading = (text: string) => {
    const { intent, meshes, topics } = understand(text).got
    return { intent, meshes, topic: topics[0] }
  }

  it('in capitals or small letters makes no difference', () => {
    fc.assert(
      fc.property(question, (text) => {
        expect(reading(text.toUpperCase())).toEqual(reading(text.toLowerCase()))
      }),
    )
  })

  it('with more spaces and other punctuation makes no difference', () => {
    fc.assert(
      fc.property(
        question,
        fc.constantFrom('', '.', '!', ' ...', ' ;-)'),
        fc.integer({ min: 1, max: 4 }),
        (text, end, spaces) => {
          expect(reading(`  ${text.replaceAll(' ', ' '.repeat(spaces))}${end}`)).toEqual(reading(text))
        },
      ),
    )
  })

  it('politely makes no difference', () => {
    const filler = fc.constantFrom('please tell me, ', 'hi, ', 'hello team, ', 'quick question: ', 'hey, ')
    fc.assert(
      fc.property(question, filler, (text, before) => {
        expect(reading(before + text)).toEqual(reading(text))
      }),
    )
  })

  it('naming the meshes in another order makes no difference', () => {
    const pair = fc.shuffledSubarray(names, { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(pair, fc.constantFrom(...topicWords), ([one, other], topic) => {
        const there = reading(`${one} vs ${other} ${topic}`)
        const back = reading(`${other} vs ${one} ${topic}`)
        expect({ ...back, meshes: [...back.meshes].sort() }).toEqual({ ...there, meshes: [...there.meshes].sort() })
      }),
    )
  })

  it('with one slip in a mesh name of six letters or more makes no difference, unless it makes an English word', () => {
    const english = new Set(['linked'])
    const longNames = names.filter((name) => name.length >= 6).map((name) => name.toLowerCase())
    const slip = fc.record({
      name: fc.constantFrom(...longNames),
      at: fc.nat({ max: 20 }),
      kind: fc.constantFrom('drop', 'double', 'swap'),
      topic: fc.constantFrom(...topicWords),
    })
    fc.assert(
      fc.property(slip, ({ name, at, kind, topic }) => {
        const typed = mistype(name, at % name.length, kind)
        fc.pre(!english.has(typed))
        expect(reading(`does ${typed} support ${topic}`).meshes).toEqual([name])
      }),
    )
  })

  it('never turns another word into a mesh', () => {
    for (const word of ['console', 'instead', 'consult', 'counsel', 'linked', 'silicon', 'council']) {
      expect(reading(`does the ${word} support retries`).meshes, word).toEqual([])
    }
  })
})

function mistype(name: string, at: number, kind: string): string {
  const [before, letter, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)]
  if (kind === 'drop') return before + after
  if (kind === 'double') return before + letter + letter + after
  return before + after.slice(0, 1) + letter + after.slice(1)
}

describe('any text at all', () => {
  it('is read without an error, and with ids that exist', () => {
    const meshIds = new Set(knowledge.meshes.map(({ id }) => id))
    const topicIds = new Set(knowledge.topics.map(({ id }) => id))
    const wild = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 5_000 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(fc.constantFrom('istio', '<!channel>', '&amp;', 'vs', '?', '🚀', '10k', 'pods', '```', 'מה', '怎么'), {
          maxLength: 400,
        })
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(wild, wild, (first, second) => {
        const one = understand(first)
        const two = understand(second, one.context)
        for (const { got } of [one, two]) {
          expect(got.meshes.every((id) => meshIds.has(id))).toBe(true)
          expect(got.topics.every((id) => topicIds.has(id))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

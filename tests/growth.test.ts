import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bounded, longestText } from '../src/bounded.ts'
import { toTerminal } from '../src/cli/to-terminal.ts'
import { pageOf, usages } from '../src/commands/table.ts'
import { answerJson } from '../src/json/answer-json.ts'
import { parseFile } from '../src/knowledge/document.ts'
import { meshSchema } from '../src/knowledge/schema.ts'
import { createMeshwise, type Reply } from '../src/meshwise.ts'
import { catalogueOf } from '../src/pages/catalogue.ts'
import { toSections, toText } from '../src/pages/to-text.ts'
import { messageOf } from '../src/slack/blocks/message.ts'
import { readText } from '../src/slack/incoming-text.ts'
import { hostilePiece, repeated } from './helpers/hostile.ts'
import { ownKnowledge } from './helpers/own-knowledge.ts'
import { countWork, type WorkCounter } from './helpers/work.ts'

const knowledge = ownKnowledge()
const meshwise = createMeshwise(knowledge)
const catalogue = catalogueOf(knowledge)

/** Everything that is made of an answer. */
function show(reply: Reply): void {
  const page = pageOf(reply.answer, catalogue)
  messageOf(reply.answer, { shareable: true, catalogue })
  toTerminal(page, { columns: 80, color: true })
  answerJson(reply, { knowledge, text: toText(page), details: toSections(page) })
}

const context = meshwise.ask('does istio do mtls?').context

/** Every way in for a text. */
const surfaces: Readonly<Record<string, (text: string) => void>> = {
  'a question': (text) => show(meshwise.ask(readText(text))),
  'a turn of a thread': (text) => show(meshwise.ask(readText(text), context)),
  'a fact in doubt': (text) => show(meshwise.ask(`does istio support ${text}`)),
  ...Object.fromEntries(
    [...usages.keys()].map((name) => [
      `/mesh ${name}`,
      (text: string) => show(meshwise.answer(meshwise.parse(`${name} ${text}`).command)),
    ]),
  ),
}

let work: WorkCounter

beforeAll(() => {
  // What is made once, at the first need of it, is no work of a text.
  for (const text of ['istio', 'nothing known']) for (const surface of Object.values(surfaces)) surface(text)
  work = countWork()
})
afterAll(() => work.stop())

/** What costs less than about a millisecond may well jump where a text becomes something else. */
const negligible = 50_000

function growth(surface: (text: string) => void, piece: string): void {
  const [once, twice] = [1_500, 3_000].map((length) => work.of(() => surface(repeated(piece, length))))
  if (once === undefined || twice === undefined) throw new Error('nothing was counted')
  expect(once).toBeGreaterThan(0)
  expect(twice, JSON.stringify(piece)).toBeLessThan(3 * once + negligible)
}

describe('twice the text costs less than three times the work', () => {
  test.each(Object.keys(surfaces))('%s', { timeout: 60_000 }, (name) => {
    const surface = surfaces[name] ?? (() => undefined)
    const isCommand = name.startsWith('/')
    const property = fc.property(hostilePiece, (piece) => growth(surface, piece))
    fc.assert(property, { numRuns: isCommand ? 12 : 80 })
  })

  test('the check of a file with fields that nobody knows', () => {
    const file = (fields: number) => Array.from({ length: fields }, (_, index) => `unknown${index}: {}\n`).join('')
    const check = (fields: number) => {
      const { problems } = parseFile('meshes/alpha.yaml', file(fields), meshSchema)
      expect(problems.at(-1)).toMatchObject({ line: fields })
    }
    const [once = 0, twice = 0] = [1_000, 2_000].map((fields) => work.of(() => check(fields)))
    expect(twice).toBeLessThan(3 * once)
  })
})

describe('the bound of what is read', () => {
  test('is the same for what is long as it stands, and for what normalising makes long', () => {
    fc.assert(
      fc.property(hostilePiece, (piece) => {
        const kept = bounded(repeated(piece, 3 * longestText))
        expect(kept.length).toBeLessThanOrEqual(longestText)
        expect(kept.normalize('NFKD').length).toBeLessThanOrEqual(longestText)
      }),
    )
  })

  test('leaves alone what is shorter', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 250 }), (text) => {
      expect(bounded(text)).toBe(text)
    })
    fc.assert(property)
  })

  test('stands before whatever reads: more of a text changes nothing', () => {
    const long = repeated('we need mTLS. ', longestText)
    for (const read of [meshwise.read, meshwise.parse]) {
      expect(read(`${long}${'istio or linkerd? '.repeat(200)}`)).toEqual(read(long))
    }
  })
})

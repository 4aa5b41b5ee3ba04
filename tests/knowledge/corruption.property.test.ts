import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownKnowledgeDirectory, readYamlFiles } from '../../src/knowledge/load.ts'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'
import { smallKnowledge } from './small-knowledge.ts'

const runs = 1_000

/** Ways to damage a text at a place: cut, doubled, overwritten, re-indented, with other text let in. */
const damage = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 60 }),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\t',
      '  ',
      ': ',
      '- ',
      '&a ',
      '*a',
      '!!js/function ',
      '{',
      ']',
      '|',
      '>',
      '"',
      '#',
      '%YAML',
      '---\n',
      '? ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
})

function damaged(
  files: Map<string, string>,
  { file, at, length, insert }: { file: number; at: number; length: number; insert: string },
) {
  const name = [...files.keys()][file % files.size] ?? ''
  const text = files.get(name) ?? ''
  const from = Math.floor(at * text.length)
  return files.set(name, text.slice(0, from) + insert + text.slice(from + length))
}

describe('damaged knowledge', { timeout: 60_000 }, () => {
  it(`never crashes the loader, and each problem names a place (${runs} damages)`, () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const files = damages.reduce(damaged, smallKnowledge())
        const loaded = parseKnowledge(files, '2026-02-01')
        if (loaded.ok) return
        expect(loaded.problems.length).toBeGreaterThan(0)
        for (const { file, line, message } of loaded.problems) {
          expect(files.has(file)).toBe(true)
          expect(line).toBeGreaterThanOrEqual(1)
          expect(message).not.toBe('')
        }
      }),
      { numRuns: runs },
    )
  })

  it('is told from our own files too', () => {
    const own = readYamlFiles(ownKnowledgeDirectory)
    fc.assert(
      fc.property(damage, (one) => {
        const loaded = parseKnowledge(damaged(new Map(own), one), lateEnough)
        expect(loaded.ok || loaded.problems.every(({ file, line }) => own.has(file) && line > 0)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

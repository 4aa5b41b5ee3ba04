import { describe, expect, it } from 'vitest'
import { fromWords } from '../src/advisor/words.ts'
import { knownOf } from '../src/answers/known.ts'
import { parseCommand } from '../src/commands/parser.ts'
import { createTools } from '../src/commands/tools.ts'
import { createReader } from '../src/questions/reading.ts'
import { vocabularyOf } from '../src/questions/vocabulary.ts'
import { ownWords } from '../src/questions/words/own-words.ts'
import { slipsBetween } from '../src/slips.ts'
import { basis } from './advisor/basis.ts'
import { ownUnderstanding } from './questions/own-understanding.ts'

describe('slips of the finger', () => {
  it('are counted up to a bound', () => {
    expect(slipsBetween('cillium', 'cilium', 1)).toBe(1)
    expect(slipsBetween('ciluim', 'cilium', 1)).toBe(1)
    expect(slipsBetween('cilium', 'cilium', 1)).toBe(0)
    expect(slipsBetween('cialliumm', 'cilium', 2)).toBeUndefined()
  })

  const { knowledge } = ownUnderstanding()
  const tools = createTools(knownOf(knowledge), createReader(knowledge, ownWords()), vocabularyOf(knowledge))
  /** Compared letter by letter with one known name, this alone would fill a gigabyte. */
  const endless = 'x'.repeat(200_000)

  it('are not looked for in a word that is longer than any name', () => {
    for (const field of ['cni', 'runs', 'candidates', 'team-size', endless]) {
      const read = fromWords(`${field}=${endless}`, basis)
      expect(read.ok, field).toBe(false)
    }
    expect(fromWords(`cni=${endless}`, basis)).toMatchObject({
      problems: [expect.stringContaining('write at most 40 characters')],
    })
    for (const command of ['', 'compare ', 'show ', 'compare all on ', 'sources istio ', 'estimate ', 'diagram ']) {
      expect(() => parseCommand(command + endless, tools), command).not.toThrow()
    }
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { supportWords } from '../../src/facts/brief.ts'
import { levelRules, whatLevelsGrade, whereTwoLevelsFit } from '../../src/knowledge/levels.ts'
import { supportLevel } from '../../src/knowledge/schema.ts'

const page = readFileSync(new URL('../../docs/knowledge.md', import.meta.url), 'utf8')
const unmarked = page.replaceAll('`', '').replace(/\s+/g, ' ')

describe('the rule of levels', () => {
  it('has each level once', () => {
    expect(levelRules.map(({ level }) => level).sort()).toEqual([...supportLevel.options].sort())
  })

  it('stands in docs/knowledge.md in the same words and order', () => {
    const rows = levelRules.map(({ level, given, example }) =>
      ['', level, given, example ?? '', supportWords[level], ''].join(' | ').replace(/ +/g, ' ').trim(),
    )
    expect(unmarked).toContain(rows.join(' '))
    expect(unmarked).toContain(whatLevelsGrade)
    expect(unmarked).toContain(whereTwoLevelsFit)
  })
})

import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { layTable } from '../../src/cli/lay-table.ts'
import { toTerminal } from '../../src/cli/to-terminal.ts'
import { sourcesOn, topicsCommand } from '../../src/commands/make.ts'
import { pageOf } from '../../src/commands/table.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { bold, code, type Page, type Part } from '../../src/pages/page.ts'
import { examples } from '../helpers/answers.ts'
import { smallKnowledge } from '../helpers/knowledge.ts'
import { wildAnswer } from '../helpers/wild.ts'

const page = (...parts: Part[]): Page => ({
  understood: 'Istio · Retries',
  lead: [bold('Yes.'), ' It retries.'],
  parts,
  choices: [[{ kind: 'ask', label: 'All topics', command: topicsCommand }]],
  command: 'fact istio on retries',
})
const source = (id: string) => ({ id, title: id, url: `https://${id}.example`, publisher: 'P', sells: true, date: '1' })

test('a page reads from the verdict down to the next commands', () => {
  const text = toTerminal(
    page(
      { kind: 'list', heading: 'Limits', items: [['one'], [code('two')]] },
      { kind: 'table', header: ['Topic', 'Istio'], rows: [[[bold('Retries')], ['Yes']]] },
      { kind: 'sources', checked: '2026-11-22', sources: [source('a'), source('b')] },
    ),
    { columns: 80, color: false },
  )
  expect(text).toBe(`Istio · Retries
Yes. It retries.

Limits
• one
• two

Topic    Istio
───────  ─────
Retries  Yes

Sources, checked 22 Nov 2026
• a (P ◆)
  https://a.example
• b (P ◆)
  https://b.example
◆ sells this mesh or a rival of it

Next
• mesh topics  All topics
`)
})

test('of several commands to choose from the first is given, and the names of all', () => {
  const options = ['istio', 'linkerd'].map((mesh) => ({ label: `On ${mesh}`, command: sourcesOn(mesh) }))
  const asked: Page = { ...page(), choices: [[{ kind: 'pick', id: 'mesh', label: 'Sources', options }]] }
  expect(toTerminal(asked, { columns: 80, color: false })).toContain(
    '\nNext\n• mesh sources istio  Sources: On istio, On linkerd\n',
  )
})

const behindIt: Page = {
  ...page({ kind: 'list', items: [['one']] }),
  folds: [{ title: 'Limits', parts: [{ kind: 'list', items: [['two']] }] }],
  details: [{ title: 'History', parts: [{ kind: 'paragraph', text: ['three'] }] }],
}

test('what is folded is named, and printed with --full', () => {
  const brief = toTerminal(behindIt, { columns: 80, color: false })
  expect(brief).toContain('• one\n\nWith --full: limits; history.\n')
  expect(brief).not.toMatch(/two|three/)
  const full = toTerminal(behindIt, { columns: 80, color: false, full: true })
  expect(full).toContain('• one\n\nLimits\n• two\n\nHistory\nthree\n')
  expect(full).not.toContain('--full')
})

test('an address is never broken', () => {
  const url = `https://a.example/${'path/'.repeat(30)}`
  const text = toTerminal(page({ kind: 'list', items: [[{ text: 'docs', url }]] }), { columns: 40, color: false })
  expect(text).toContain(url)
})

test('colour adds styles and changes no character', () => {
  const parts: Part[] = [
    { kind: 'table', header: ['A', 'B'], rows: [[[bold('x')], ['a long cell of words '.repeat(9)]]] },
  ]
  const styled = toTerminal(page(...parts), { columns: 60, color: true })
  expect(styled).toContain('\u001b[1m')
  expect(stripVTControlCharacters(styled)).toBe(toTerminal(page(...parts), { columns: 60, color: false }))
})

test('a text can not steer the terminal', () => {
  const text = toTerminal(page({ kind: 'paragraph', text: ['\u001b[2Jgone\u0007'] }), { columns: 80, color: false })
  expect(text).not.toContain('\u001b')
  expect(text).toContain('gone')
})

test('a table that is too wide to read becomes a list with every cell', () => {
  const names = ['Topic', 'Istio', 'Linkerd', 'Consul', 'Cilium']
  const text = toTerminal(page({ kind: 'table', header: names, rows: [names.map((name) => [`of ${name}`])] }), {
    columns: 30,
    color: false,
  })
  for (const name of names) expect(text).toContain(`of ${name}`)
  expect(text).not.toContain('───')
})

describe('no word of a table is broken', () => {
  const words = ['Installation and configuration', 'Kubernetes', 'enterprise-edition']
  const table: Part = { kind: 'table', header: ['Topic', 'Istio', 'Consul'], rows: [words.map((word) => [word])] }

  test('a column is as wide as its longest word while all fit', () => {
    // 13 + 10 + 18 characters and two gaps.
    const text = toTerminal(page(table), { columns: 45, color: false })
    expect(text).toContain('Installation   Kubernetes  enterprise-edition\nand\nconfiguration\n')
  })

  test('a longer word breaks where they do not, while each column has room for twelve letters', () => {
    const text = toTerminal(page(table), { columns: 41, color: false })
    expect(text).toMatch(/ {2}enterprise-ed\n.* {2}ition/)
  })

  test('a list takes over where they do not have that', () => {
    const text = toTerminal(page(table), { columns: 37, color: false })
    expect(text).not.toContain('───')
    expect(text).toContain('• Installation and configuration:\n  Istio:')
  })

  test('at any width', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ø', '界', ' '), maxLength: 40 })
    const wild = fc.array(fc.tuple(letters, letters, letters), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(wild, fc.integer({ min: 10, max: 110 }), (rows, columns) => {
        const laid = layTable(rows, columns)
        const shown = new Set(laid?.flatMap((line) => line.split(/[ ─]+/)))
        const said = rows.flat().flatMap((cell) => cell.split(' '))
        if (laid) expect(said.filter((word) => word !== '' && stringWidth(word) <= 12 && !shown.has(word))).toEqual([])
        for (const line of laid ?? []) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })
})

describe('fits the width', () => {
  /** The width of the widest line, addresses apart. */
  const widest = (text: string): number => {
    const lines = text.split('\n').filter((line) => !/^ {2}https?:\/\//.test(line))
    return Math.max(...lines.map((line) => stringWidth(line)))
  }

  test.each(Object.keys(examples))('%s at 40, 80 and 120 columns', (name) => {
    const example = Object.entries(examples).find(([key]) => key === name)?.[1]
    if (!example) throw new Error(name)
    for (const columns of [40, 80, 120]) {
      const text = toTerminal(pageOf(example.answer, catalogueOf(smallKnowledge)), {
        columns,
        color: false,
      })
      expect(widest(text)).toBeLessThanOrEqual(columns)
    }
  })

  test('whatever an answer holds', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(wildAnswer, fc.integer({ min: 20, max: 140 }), (answer, columns) => {
        const text = toTerminal(pageOf(answer, { meshes: [], areas: [] }), { columns, color: false })
        expect(widest(text)).toBeLessThanOrEqual(columns)
      }),
      { numRuns: 30 },
    )
  })
})

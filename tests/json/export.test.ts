import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toCsv } from '../../src/json/csv.ts'
import { exportSchema } from '../../src/json/schemas.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { inTerminal } from '../helpers/terminal.ts'

const knowledge = ownKnowledge()
const own = { load: () => ({ ok: true, knowledge }) as const }

/** Reads CSV by RFC 4180, and takes off the apostrophe that guards a cell from being taken for a formula. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let [row, at]: [string[], number] = [[], 0]
  while (at < text.length) {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at))
    if (!cell) throw new Error(`no CSV from ${at} on`)
    const [all, quoted, bare = '', end] = cell
    row.push((quoted?.replaceAll('""', '"') ?? bare).replace(/^'('*[=+\-@\t\r\n])/, '$1'))
    at += all.length
    if (end === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

describe('CSV', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '+', '-', '@', '\t', 'a', ' ') }),
  )

  it('reads back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        expect(readCsv(toCsv(rows))).toEqual(rows)
      }),
    )
  })

  it('has no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(toCsv([[text]])).not.toMatch(/^"?[=+\-@\t]/)
      }),
    )
  })

  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "so"', '"say ""so"""'],
    ['one\ntwo', '"one\ntwo"'],
    ['=1+1', "'=1+1"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['', ''],
  ])('%j is written as %j', (text, written) => {
    expect(toCsv([[text]])).toBe(`${written}\r\n`)
  })
})

describe('mesh knowledge export', () => {
  test('--json has every fact once, in the shape that others build on', async () => {
    const { code, out } = await inTerminal(['knowledge', 'export', '--json'], own)
    expect(code).toBe(0)
    const { meshwise, facts } = exportSchema.parse(JSON.parse(out))
    expect(meshwise).toBe('1.2.3')
    const modes = knowledge.meshes.flatMap(({ facts: cells }) =>
      Object.values(cells).flatMap((one) => Object.keys(one.modes)),
    )
    expect(facts).toHaveLength(knowledge.meshes.length * knowledge.topics.length + modes.length)
    expect(new Set(facts.map(({ address }) => address)).size).toBe(facts.length)
    expect(facts.every(({ sources }) => sources.length > 0)).toBe(true)
    const { statement, support } = knowledge.meshes.find(({ id }) => id === 'istio')?.facts.retries ?? {}
    expect(facts.find(({ address }) => address === 'istio/retries')).toMatchObject({
      mesh: 'istio',
      topic: 'retries',
      level: support,
      statement,
    })
  })

  test('--csv has the same facts, one a row', async () => {
    const [json, csv] = await Promise.all([
      inTerminal(['knowledge', 'export', '--json'], own),
      inTerminal(['knowledge', 'export', '--csv'], own),
    ])
    const { facts } = exportSchema.parse(JSON.parse(json.out))
    const [header = [], ...rows] = readCsv(csv.out)
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)])
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]))
    expect(column('address')).toEqual(facts.map(({ address }) => address))
    expect(column('statement')).toEqual(facts.map(({ statement }) => statement))
    expect(column('limits').map((text) => text?.split('\n').filter(Boolean))).toEqual(facts.map(({ limits }) => limits))
    expect(column('value_high')).toEqual(facts.map(({ value }) => String(value?.high ?? '')))
  })

  test('needs one of the two, not both', async () => {
    for (const argv of [[], ['--json', '--csv']]) {
      const { code, out } = await inTerminal(['knowledge', 'export', ...argv], own)
      expect([code, out]).toEqual([2, ''])
    }
  })
})

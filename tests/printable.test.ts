import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog } from '../src/log.ts'
import { onOneLine, printable } from '../src/printable.ts'
import { inTerminal } from './helpers/terminal.ts'

const esc = '\u001b'
const steering = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

/** What steers a terminal, among anything else. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(`${esc}[2J`, `${esc}]0;title\u0007`, '\u009b31m', '\u0000', '\r', '\u007f', '\u202e', '\u2066'),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

test('nothing that steers a terminal is left of a text, and JSON stays what it is', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(printable(text).replaceAll('\r\n', '')).not.toMatch(steering)
      expect(onOneLine(text)).not.toMatch(/\p{Cc}/u)
      expect(JSON.parse(printable(JSON.stringify(text)))).toBe(text)
    }),
  )
})

test('colours of our own are left where there are any', () => {
  const text = `${esc}[1m${esc}[38;5;9mbold${esc}[0m ${esc}[2J`
  expect(printable(text, true)).toBe(`${esc}[1m${esc}[38;5;9mbold${esc}[0m \\u001b[2J`)
  expect(printable(text)).not.toContain(esc)
})

test.each([
  ['a question', ['ask', 'TEXT']],
  ['a command that nobody knows', ['TEXT']],
  ['an option that nobody knows', ['compare', '--TEXT']],
  ['a mesh that nobody knows', ['show', 'TEXT']],
  ['a size that is none', ['estimate', '--pods', 'TEXT']],
  ['needs that are none', ['recommend', 'TEXT=must']],
  ['a file that is not there', ['recommend', '--from', 'TEXT']],
  ['JSON', ['ask', 'TEXT', '--json']],
] as const)('nothing of %s steers the terminal', async (_name, argv) => {
  const text = `linkerd ${esc}[2J${esc}]0;x\u0007 \u009b31m\u202e`
  const { out, err } = await inTerminal(argv.map((part) => part.replace('TEXT', text)))
  expect(out + err).not.toBe('')
  expect(out + err).not.toMatch(steering)
})

test('an entry of the log is one line, whatever is in it', () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', write: (line) => lines.push(line), now: () => new Date() })
  log.error(`one\n2026-01-01T00:00:00.000Z error another${esc}[2J`, { details: '\u009b31m\u202e' })
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/\p{Cc}|\u202e/u)
})

import { expect, test } from 'vitest'
import { createLog, describeError } from '../src/log.ts'

const lines: string[] = []
const now = () => new Date('2026-11-22T10:00:00Z')

test('an entry is a line with its time, level, message and details', () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', write: (line) => lines.push(line), now })
  log.debug('not this')
  log.info('hello')
  log.error('broken', { file: 'a.yaml', line: 3 })
  expect(lines).toEqual([
    '2026-11-22T10:00:00.000Z info  hello',
    '2026-11-22T10:00:00.000Z error broken {"file":"a.yaml","line":3}',
  ])
})

test('an entry can be a JSON object', () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', format: 'json', write: (line) => lines.push(line), now })
  log.warn('two\nlines and "quotes"', { token: 'xoxb-1-abc' })
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      time: '2026-11-22T10:00:00.000Z',
      level: 'warn',
      message: 'two\nlines and "quotes"',
      details: { token: '[secret]' },
    },
  ])
})

test('the password of a database address is blotted out, and nothing else of it', () => {
  const log = createLog({ level: 'info', write: (line) => lines.push(line), now })
  log.info('Not reached: postgres://meshwise:pass%2Fword@host:5432/db and postgresql://user@host/db')
  expect(lines.at(-1)).toMatch(/postgres:\/\/meshwise:\[secret\]@host:5432\/db and postgresql:\/\/user@host\/db$/)
})

test.each([
  'xoxb-123-456-abcDEF',
  'xoxe.xoxb-1-abc',
  'xapp-1-A1-2-abc',
  'https://hooks.slack.com/commands/T1/23/abc',
  'https://hooks.slack-gov.com/actions/T1/23/abc',
])('a secret of Slack’s is blotted out: %s', (secret) => {
  const log = createLog({ level: 'info', write: (line) => lines.push(line), now })
  log.info(`in a message ${secret} and`, { details: { url: secret } })
  expect(lines.at(-1)).not.toMatch(/abc|\bT1\b/)
  expect(lines.at(-1)).toContain('in a message')
})

test('an error is described by what helps to find it', () => {
  const error = new Error('outer', { cause: new Error('inner') })
  expect(describeError(error)).toMatchObject({ name: 'Error', message: 'outer', cause: 'inner' })
  expect(JSON.stringify(describeError(error))).toContain('log.test.ts')
  expect(describeError('text')).toEqual({ thrown: 'string' })
})

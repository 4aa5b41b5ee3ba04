import { expect, test } from 'vitest'
import { StartError } from '../../src/errors.ts'
import { inTerminal } from '../helpers/terminal.ts'

const report = { database: 'host/db', kind: 'postgres', pending: [], rows: { corrections: 2 }, problems: [] } as const
const database = {
  migrate: async () => ['003-new'],
  check: async () => report,
  copy: async () => ({ corrections: 2 }),
}

test('what was done to bring the tables up to date is named', async () => {
  expect((await inTerminal(['database', 'migrate'], { database })).out).toContain('003-new')
  const { out } = await inTerminal(['database', 'migrate'], { database: { ...database, migrate: async () => [] } })
  expect(out).toContain('The tables were up to date.')
})

test('a check says how the database is, and fails where it is not in order', async () => {
  const sound = await inTerminal(['database', 'check'], { database })
  expect([sound.code, sound.err]).toEqual([0, ''])
  expect(sound.out).toMatch(/The database is sound\..*host\/db.*corrections: 2/s)
  expect(JSON.parse((await inTerminal(['database', 'check', '--json'], { database })).out)).toEqual(report)
  const broken = { ...database, check: async () => ({ ...report, problems: ['disk is full'] }) }
  const failed = await inTerminal(['database', 'check', '--json'], { database: broken })
  expect([failed.code, JSON.parse(failed.out)]).toEqual([1, { ...report, problems: ['disk is full'] }])
  expect(failed.err).toBe('The database host/db: disk is full\n')
})

test('a copy needs two addresses, and says what it copied', async () => {
  expect((await inTerminal(['database', 'copy', 'sqlite:a.db'], { database })).code).toBe(2)
  const { code, out } = await inTerminal(['database', 'copy', 'sqlite:a.db', 'postgres://host/db'], { database })
  expect(code).toBe(0)
  expect(out).toMatch(/Everything is copied\..*corrections: 2/s)
})

test('a database that cannot be used is a sentence', async () => {
  const check = () => Promise.reject(new StartError('There is no database x.db.'))
  const { code, out, err } = await inTerminal(['database', 'check'], { database: { ...database, check } })
  expect([code, out, err]).toEqual([1, '', 'There is no database x.db.\n'])
})

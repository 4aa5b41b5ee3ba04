import { expect, test } from 'vitest'
import { locateDatabase } from '../../src/storage/location.ts'

test.each([
  ['sqlite:data/meshwise.db', 'data/meshwise.db'],
  ['sqlite:/var/lib/meshwise.db', '/var/lib/meshwise.db'],
  ['sqlite:///var/lib/meshwise.db', '/var/lib/meshwise.db'],
  ['SQLITE:x.db', 'x.db'],
  ['sqlite::memory:', ':memory:'],
  [':memory:', ':memory:'],
  ['./x.db', './x.db'],
  ['C:\\data\\x.db', 'C:\\data\\x.db'],
])('%s is the file %s', (url, file) => {
  expect(locateDatabase(url)).toEqual({ ok: true, file })
})

test.each([
  ['postgres://user@host/db', /PostgreSQL.*not supported yet/],
  ['postgresql://host/db', /PostgreSQL.*not supported yet/],
  ['mysql://host/db', /starts with mysql:/],
  ['sqlite:', /names no file/],
])('%s is refused', (url, problem) => {
  expect(locateDatabase(url)).toEqual({ ok: false, problem: expect.stringMatching(problem) })
})

import { expect, test } from 'vitest'
import { locateDatabase, showPlace } from '../../src/storage/location.ts'

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
  expect(locateDatabase(url)).toEqual({ ok: true, place: { kind: 'sqlite', file } })
})

test.each([
  ['postgres://user:secret@host:5433/db', 'host:5433/db'],
  ['postgresql://user@host/db?sslmode=verify-full&sslrootcert=/ca.pem', 'host/db'],
  ['POSTGRES:///db?host=/var/run/postgresql', 'localhost/db'],
])('%s is the PostgreSQL database %s', (url, shown) => {
  const location = locateDatabase(url)
  expect(location).toEqual({ ok: true, place: { kind: 'postgres', url } })
  expect(location.ok && showPlace(location.place)).toBe(shown)
})

test.each([
  ['postgres://user:secret@host', /names no database/],
  ['postgres://user:sec/ret@host:99999/db', /can’t be read/],
  ['postgres://user:secret@host/db?sslmode=require', /verify-full/],
  ['postgres://user:secret@host/db?sslmode=no-verify', /verify-full/],
  ['mysql://host/db', /starts with mysql:/],
  ['sqlite:', /names no file/],
])('%s is refused', (url, problem) => {
  const location = locateDatabase(url)
  expect(location).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  expect(JSON.stringify(location)).not.toMatch(/secret|sec.ret/)
})

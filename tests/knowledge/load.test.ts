import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listYaml } from '../../src/knowledge/files.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { smallKnowledge } from './small-knowledge.ts'

let place: string
let overlay: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'meshwise-'))
  overlay = join(place, 'overlay')
  mkdirSync(overlay)
  for (const [name, text] of smallKnowledge()) {
    mkdirSync(dirname(join(place, 'knowledge', name)), { recursive: true })
    writeFileSync(join(place, 'knowledge', name), text)
  }
})
afterEach(() => rmSync(place, { recursive: true }))

const house =
  'author: The platform team\ndate: 2026-01-01\nfacts: { alpha: { retries: { support: yes, statement: We ask again. } } }\n'

const load = () => loadKnowledge({ directory: join(place, 'knowledge'), overlay }, '2099-12-31')

test.each([
  ['a pipe, which would be waited for for ever', (path: string) => execFileSync('mkfifo', [path])],
  ['a device without an end', (path: string) => symlinkSync('/dev/zero', path)],
  ['a link to nothing', (path: string) => symlinkSync('nowhere', path)],
  ['a link to itself', (path: string) => symlinkSync('house.yaml', path)],
  ['a file of more than anybody writes', (path: string) => writeFileSync(path, `# ${'x'.repeat(5_000_000)}`)],
])('%s is a problem, and nothing is read', (_name, make) => {
  make(join(overlay, 'house.yaml'))
  expect(load()).toEqual({
    ok: false,
    problems: [
      { file: 'house.yaml', line: 0, field: '', message: expect.stringMatching(/^(is no file|has more than 4 MB)/) },
    ],
  })
})

test('what starts with a dot is nobody’s knowledge, and a link to a directory is one', () => {
  mkdirSync(join(overlay, '..2026'))
  writeFileSync(join(overlay, '..2026', 'house.yaml'), 'nonsense')
  writeFileSync(join(overlay, '.house.yaml.swp.yaml'), 'nonsense')
  mkdirSync(join(place, 'elsewhere'))
  writeFileSync(join(place, 'elsewhere', 'house.yaml'), house)
  symlinkSync(join(place, 'elsewhere'), join(overlay, 'more'))
  expect(listYaml(overlay).entries.map(({ name }) => name)).toEqual(['more/house.yaml'])
  const loaded = load()
  expect(loaded.ok ? [] : loaded.problems).toEqual([])
})

test('links in a circle come to an end', () => {
  symlinkSync(overlay, join(overlay, 'again'))
  const loaded = load()
  expect(loaded.ok ? [] : loaded.problems).toEqual([])
})

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadKept } from '../../src/cli/kept-knowledge.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'

let home: string
let directory: string
let cache: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'meshwise-'))
  directory = join(home, 'knowledge')
  cache = join(home, 'cache')
  cpSync(ownKnowledgeDirectory, directory, { recursive: true })
})
afterAll(() => rmSync(home, { recursive: true }))

const load = () => loadKept({ directory }, lateEnough, cache)
const summaryOf = (loaded: Awaited<ReturnType<typeof load>>) => loaded.ok && loaded.knowledge.meshes[0]?.name
const keptFile = () => join(cache, readdirSync(cache)[0] ?? '')

test('what is kept is what was loaded, until a file changes or what is kept is spoilt', async () => {
  const anew = loadKnowledge({ directory }, lateEnough)
  expect(await load()).toEqual(anew)
  const bytes = readFileSync(keptFile())
  expect(await load()).toEqual(anew)
  expect(readFileSync(keptFile()).equals(bytes)).toBe(true)

  writeFileSync(keptFile(), bytes.subarray(0, bytes.length / 2))
  expect(await load()).toEqual(anew)

  const file = join(directory, 'meshes', 'cilium.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^name: .*$/m, 'name: Cilium Renamed'))
  expect(summaryOf(await load())).toBe('Cilium Renamed')

  writeFileSync(file, 'name: [')
  expect(await load()).toMatchObject({ ok: false })
})

test('where nothing can be kept it is loaded every time', async () => {
  const blocked = join(home, 'a-file')
  writeFileSync(blocked, '')
  expect(await loadKept({ directory: ownKnowledgeDirectory }, lateEnough, blocked)).toMatchObject({ ok: true })
  expect(await loadKept({ directory: join(home, 'nowhere') }, lateEnough, cache)).toMatchObject({ ok: false })
})

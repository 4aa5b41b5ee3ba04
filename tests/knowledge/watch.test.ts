import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadKnowledge, ownKnowledgeDirectory, readYamlFiles } from '../../src/knowledge/load.ts'
import { lookAt, watchKnowledge } from '../../src/knowledge/watch.ts'
import { createLog } from '../../src/log.ts'
import { holdKnowledge, type KnowledgeHolder } from '../../src/service.ts'
import { fakeMeshwise } from '../helpers/fake-meshwise.ts'

let directory: string
let overlay: string
let holder: KnowledgeHolder
let logged: string[]
let watcher: { close(): void }

const now = () => new Date()
const load = () => loadKnowledge({ directory, overlay }, now().toISOString().slice(0, 10))

beforeEach(() => {
  const place = mkdtempSync(join(tmpdir(), 'meshwise-'))
  directory = join(place, 'knowledge')
  overlay = join(place, 'overlay')
  mkdirSync(overlay)
  mkdirSync(join(directory, 'meshes'), { recursive: true })
  for (const [name, text] of readYamlFiles(ownKnowledgeDirectory)) writeFileSync(join(directory, name), text)
  logged = []
  const log = createLog({ level: 'info', write: (line) => logged.push(line), now })
  const look = lookAt({ directory, overlay })
  const loaded = load()
  if (!loaded.ok) throw new Error('the knowledge has problems')
  holder = holdKnowledge(loaded.knowledge, { createMeshwise: () => ({ ...fakeMeshwise }), now })
  watcher = watchKnowledge({ place: { directory, overlay }, look, load, replace: holder.replace, log, rest: 50 })
})
afterEach(() => {
  watcher.close()
  rmSync(join(directory, '..'), { recursive: true })
})

const linkerd = () => join(directory, 'meshes', 'linkerd.yaml')
const original = () => readYamlFiles(ownKnowledgeDirectory).get('meshes/linkerd.yaml') ?? ''
const summaryOf = () => holder.current.knowledge.meshes.find(({ id }) => id === 'linkerd')?.summary
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 20 })

test('a change is put into service whole, with a core of its own', async () => {
  const before = holder.current
  writeFileSync(linkerd(), original().replace('Linkerd is a CNCF', 'Edited, a CNCF'))
  await eventually(() => expect(logged.join('\n')).toContain('Knowledge reloaded'))
  expect(summaryOf()).toMatch(/^Edited, a CNCF/)
  expect(holder.current.meshwise).not.toBe(before.meshwise)
  expect(holder.current.loadedAt.getTime()).toBeGreaterThan(before.loadedAt.getTime())
  expect(holder.problems).toEqual([])
})

test('broken files leave the last good knowledge in service, until they are mended', async () => {
  const before = holder.current
  writeFileSync(linkerd(), original().replace(/^summary:/m, 'sumary:'))
  await eventually(() => expect(holder.problems).not.toEqual([]))
  expect(holder.current).toBe(before)
  expect(logged.join('\n')).toMatch(/not reloaded.*meshes\/linkerd\.yaml:\d+ {2}sumary {2}unknown field/)

  writeFileSync(linkerd(), original())
  await eventually(() => expect(holder.problems).toEqual([]))
  expect(summaryOf()).toBe(before.knowledge.meshes.find(({ id }) => id === 'linkerd')?.summary)
  expect(holder.current).not.toBe(before)
})

test('a burst of changes is read once', async () => {
  for (let index = 0; index < 10; index++) writeFileSync(linkerd(), original())
  await eventually(() => expect(logged).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(logged).toHaveLength(1)
})

test('the organisation’s own facts are watched too', async () => {
  writeFileSync(join(overlay, 'house.yaml'), 'nonsense: true\n')
  await eventually(() =>
    expect(holder.problems.map(({ file }) => file)).toContainEqual(expect.stringContaining('house.yaml')),
  )
})

test('files that cannot be read are a problem like any other', async () => {
  watcher.close()
  const log = createLog({ level: 'info', write: (line) => logged.push(line), now })
  const vanished = () => {
    throw new Error('ENOENT: no such file')
  }
  const place = { directory }
  watcher = watchKnowledge({ place, look: lookAt(place), load: vanished, replace: holder.replace, log, rest: 10 })
  writeFileSync(linkerd(), original())
  await eventually(() => expect(holder.problems).toMatchObject([{ message: 'ENOENT: no such file' }]))
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { ThreadContext } from '../../src/questions/question.ts'
import { type Forgotten, forgiving } from '../../src/storage/forgiving.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { inFile } from '../helpers/databases.ts'

const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
afterAll(() => rmSync(directory, { recursive: true }))

let file: string
let forgotten: Forgotten[]
let storage: Storage
beforeEach(async () => {
  file = join(directory, `${crypto.randomUUID()}.db`)
  forgotten = []
  const kept = await openStorage({ ...inFile(file), now: () => new Date(), newId: () => crypto.randomUUID() })
  const log = { warn: () => undefined }
  storage = forgiving(kept, { log, onForgotten: (what) => forgotten.push(what), patience: 100 })
})

const context: ThreadContext = { intent: 'fact', meshes: [], topics: [], mentioned: [], sizes: {} }
const thread = { channel: 'C', threadTs: '1' }

async function useAll() {
  const taken = await storage.claims.take({ key: 'k' })
  expect(taken.state).toBe('taken')
  if (taken.state === 'taken') {
    await taken.claim.extend()
    await taken.claim.finish()
  }
  expect(await storage.threads.get(thread)).toBeUndefined()
  await storage.threads.put(thread, context)
  expect(await storage.pictures.get({}, 'p')).toBeUndefined()
  await storage.pictures.put({}, 'p', 'F')
}
const correction = { userId: 'U', mesh: 'istio', topic: 'mtls', text: 'no' }

/** Who sends a correction is told that it isn't kept, and it is counted. */
async function expectTold(why?: RegExp) {
  await expect(storage.corrections.add(correction)).rejects.toThrow(why)
  expect(forgotten.at(-1)).toBe('correction')
}

test('with a database that works nothing is forgotten', async () => {
  await useAll()
  expect(forgotten).toEqual([])
  expect(await storage.threads.get(thread)).toEqual(context)
  expect((await storage.claims.take({ key: 'k' })).state).toBe('finished')
  await storage.close()
})

test('with one that another process has locked, answers go out and a correction does not seem kept', async () => {
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  await useAll()
  expect(new Set(forgotten)).toEqual(new Set(['claim', 'thread', 'picture']))
  await expectTold()
  other.exec('rollback')
  other.close()
  await storage.close()
})

test('with one that is gone, answers go out and a correction does not seem kept', async () => {
  await storage.close()
  await useAll()
  // With no claim there is nothing to extend or finish.
  expect(forgotten).toEqual(['claim', 'thread', 'thread', 'picture', 'picture'])
  expect(await storage.claims.take({ key: 'k', atMostOnce: true })).toEqual({ state: 'held' })
  await expectTold()
})

test('with one that is full, answers go out and a correction does not seem kept', async () => {
  const other = new DatabaseSync(file)
  for (const table of ['claims', 'thread_contexts', 'corrections', 'pictures']) {
    other.exec(`create trigger full_${table} before insert on ${table} begin select raise(abort, 'disk is full'); end`)
  }
  other.close()
  await useAll()
  expect(forgotten).toEqual(['claim', 'thread', 'picture'])
  await expectTold(/full/)
  await storage.close()
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { requirementsSchema } from '../src/advisor/requirements-schema.ts'
import { parseFile } from '../src/knowledge/document.ts'
import { ownKnowledgeDirectory, readYamlFiles } from '../src/knowledge/load.ts'
import { parseKnowledge } from '../src/knowledge/parse.ts'
import { createMeshwise } from '../src/meshwise.ts'
import { openStorage } from '../src/storage/open.ts'
import { inMemory } from './helpers/databases.ts'
import { ownUnderstanding } from './questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const meshwise = createMeshwise(knowledge)
const fixture = (name: string): string => readFileSync(new URL(`fixtures/0.1.0/${name}`, import.meta.url), 'utf8')
const lines = (name: string): unknown[] =>
  fixture(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Messages, threads and files outlive the version that wrote them: these were written by 0.1.0. */
describe('what version 0.1.0 left behind stays good', () => {
  const buttons = lines('buttons.jsonl').map((line) => z.object({ action: z.string(), value: z.string() }).parse(line))
  const kinds: Readonly<Record<string, string>> = { worst: 'best' }

  test.each(buttons)('the button $action that carries "$value"', ({ action, value }) => {
    const words = action.startsWith('advise.') ? `recommend ${value}`.trim() : value
    const name = words.split(' ')[0] ?? ''
    const { command } = meshwise.parse(words)
    expect(command.kind).toBe(kinds[name] ?? name)
    expect(meshwise.answer(command).answer.headline).not.toBe('')
  })

  test('every thread is remembered, and can be gone on with', async () => {
    const storage = await openStorage({ ...inMemory, now: () => new Date(), newId: () => 'id' })
    for (const [index, context] of lines('threads.jsonl').entries()) {
      const key = { teamId: 'T1', channel: 'C1', threadTs: String(index) }
      // What is stored is JSON, whoever wrote it: typing it here is what reading it checks.
      const written: Parameters<typeof storage.threads.put>[1] = JSON.parse(JSON.stringify(context))
      await storage.threads.put(key, written)
      const read = await storage.threads.get(key)
      expect(read).toEqual(context)
      expect(meshwise.ask('and what about linkerd?', read).answer.headline).not.toBe('')
    }
    await storage.close()
  })

  test('a requirements file with every field', () => {
    const { document, problems } = parseFile('needs.yaml', fixture('requirements.yaml'), requirementsSchema(knowledge))
    expect(problems).toEqual([])
    expect(Object.keys(document?.data.constraints ?? {}).length).toBeGreaterThan(15)
    expect(Object.keys(document?.data.circumstances ?? {}).length).toBeGreaterThan(8)
  })

  test('an overlay of an organisation', () => {
    const house = new Map([['house.yaml', fixture('overlay.yaml')]])
    expect(parseKnowledge(readYamlFiles(ownKnowledgeDirectory), '2099-01-01', house)).toMatchObject({ ok: true })
  })
})

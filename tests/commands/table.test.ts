import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { aboutOf, pageOf, spell, table, usages } from '../../src/commands/table.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { toText } from '../../src/pages/to-text.ts'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { messageOf } from '../../src/slack/blocks/message.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const meshwise = createMeshwise(knowledge)
const catalogue = catalogueOf(knowledge)

describe('every command that help lists', () => {
  test.each([...usages])('%s does what its examples say, and shows it', (name, usage) => {
    for (const words of usage.examples) {
      const { command, question } = meshwise.parse(words)
      if (!question) expect(table[command.kind].names, words).toContain(name)
      const { answer } = meshwise.answer(command)
      expect(answer.kind, words).not.toBe('clarify')
      expect(validateMessage(messageOf(answer, { shareable: true, catalogue })), words).toEqual([])
      expect(toText(pageOf(answer, catalogue)), words).toContain(answer.understood)
    }
  })

  test.each([...usages])('%s has an example that is itself, or takes words of a person', (name, usage) => {
    const example = usage.example(knowledge)
    expect(example ? table[example.kind].names : ['ask']).toContain(name)
  })

  test('stands in the README, in the order of help', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const rows = [...readme.matchAll(/^\| `\/mesh ([^`]+)` \|.*$/gm)].map(([, usage]) => usage)
    expect(rows).toEqual([...usages.values()].map(({ usage }) => usage))
  })

  test('is hinted at in the manifest, the first of them', () => {
    const manifest: unknown = parseYaml(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'))
    const hint = /usage_hint":"([^"]+)"/.exec(JSON.stringify(manifest))?.[1] ?? ''
    const names = hint.split(' · ').map((one) => one.split(' ')[0])
    expect([...usages.keys()]).toEqual(expect.arrayContaining(names))
  })
})

test('no name belongs to two commands', () => {
  const names = Object.values(table).flatMap(({ names }) => names)
  expect(new Set(names).size).toBe(names.length)
})

test('a command says what it is about by ids that exist', () => {
  for (const { examples } of usages.values()) {
    for (const words of examples) {
      const { command } = meshwise.parse(words)
      const { meshes, topics } = aboutOf(command, knowledge)
      expect(knowledge.meshes.map(({ id }) => id)).toEqual(expect.arrayContaining([...meshes]))
      expect(knowledge.topics.map(({ id }) => id)).toEqual(expect.arrayContaining([...topics]))
      expect(spell(command)).not.toBe('')
    }
  }
})

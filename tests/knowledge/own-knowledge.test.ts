import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from '../../src/knowledge/json-schemas.ts'
import { loadKnowledge, ownKnowledgeDirectory, readYamlFiles } from '../../src/knowledge/load.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'

const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, lateEnough)

describe('our own knowledge', () => {
  it('passes its check', () => {
    expect(loaded.ok ? [] : loaded.problems).toEqual([])
  })

  it('tells of releases in the version that each mesh names as its newest', () => {
    for (const { facts, release } of loaded.ok ? loaded.knowledge.meshes : []) {
      expect(facts['release-support']?.statement).toContain(release.version)
    }
  })

  it('has a glossary of at least 60 terms', () => {
    expect(loaded.ok && loaded.knowledge.terms.length).toBeGreaterThanOrEqual(60)
  })

  it('binds each file to its schema in its first line, for editors', () => {
    for (const [name, text] of readYamlFiles(ownKnowledgeDirectory)) {
      expect(text.split('\n')[0], name).toMatch(/^# yaml-language-server: \$schema=(\.\.\/)?schema\/\w+\.schema\.json$/)
    }
  })
})

describe('the JSON schemas', () => {
  for (const [name, content] of jsonSchemas()) {
    it(`${name} is as \`npm run schemas\` writes it`, () => {
      expect(readFileSync(join(ownKnowledgeDirectory, 'schema', name), 'utf8')).toBe(content)
    })
  }
})

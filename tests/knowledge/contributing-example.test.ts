import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { designSchema } from '../../src/knowledge/design-schema.ts'
import { ownKnowledgeDirectory, readYamlFiles } from '../../src/knowledge/load.ts'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { meshSchema } from '../../src/knowledge/schema.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'

const guide = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8')
const blocks = [...guide.matchAll(/^```yaml\n(# yaml-language-server: .*\n[\s\S]*?)^```$/gm)].map(([, text]) => text)

/** What loading our own files with the example beside them gives. */
const load = (example: string) =>
  parseKnowledge(
    new Map([...readYamlFiles(ownKnowledgeDirectory), ['meshes/examplemesh.yaml', example] as const]),
    lateEnough,
  )

describe('the annotated mesh file in CONTRIBUTING.md', () => {
  it('is there once', () => {
    expect(blocks).toHaveLength(1)
  })

  it('is valid as it stands', () => {
    const loaded = load(blocks[0] ?? '')
    expect(loaded.ok ? [] : loaded.problems).toEqual([])
  })

  it('shows every field of a mesh and of its cells', () => {
    for (const field of fieldsOf(meshSchema.toJSONSchema({ io: 'input' }))) {
      expect(blocks[0], field).toMatch(new RegExp(`\\b${field}:`))
    }
  })

  it('would be refused with a field left out', () => {
    const loaded = load((blocks[0] ?? '').replace(/^governance:.*\n/m, ''))
    expect(loaded.ok ? [] : loaded.problems.map(({ file, field }) => [file, field])).toEqual([
      ['meshes/examplemesh.yaml', 'governance'],
    ])
  })
})

describe('the annotated design in docs/estimator.md', () => {
  const page = readFileSync(new URL('../../docs/estimator.md', import.meta.url), 'utf8')
  const example = /^```yaml\n(parameters:\n[\s\S]*?)^```$/m.exec(page)?.[1] ?? ''

  /** Our own files with the example of a mesh beside them, and that of a design in its file. */
  const loadDesign = (text: string) => {
    const files = new Map(readYamlFiles(ownKnowledgeDirectory))
    const [parameters = '', design = ''] = text.split(/^(?:parameters|designs):\n/m).slice(1)
    const ours = files.get('estimator.yaml') ?? ''
    files.set(
      'estimator.yaml',
      ours.replace('\nparameters:\n', `\nparameters:\n${parameters}`).replace('\ndesigns:\n', `\ndesigns:\n${design}`),
    )
    files.set('meshes/examplemesh.yaml', blocks[0] ?? '')
    return parseKnowledge(files, lateEnough)
  }

  it('is valid as it stands', () => {
    const loaded = loadDesign(example)
    expect(loaded.ok ? Object.keys(loaded.knowledge.estimator.designs) : loaded.problems).toContain(
      'examplemesh-sidecar',
    )
  })

  it('shows every field of a design', () => {
    for (const field of fieldsOf(designSchema.toJSONSchema({ io: 'input' }))) {
      expect(example, field).toMatch(new RegExp(`\\b${field}(:|\`)`))
    }
  })

  it('would be refused with a parameter left out', () => {
    const loaded = loadDesign(example.replace(/^ {2}lat-examplemesh:.*\n/m, ''))
    expect(loaded.ok ? [] : loaded.problems.map(({ field }) => field)).toEqual([
      'designs.examplemesh-sidecar.terms.latency.0.parameter',
    ])
  })
})

/** The names of all fields in a JSON Schema, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...fieldsOf(value),
  ])
}

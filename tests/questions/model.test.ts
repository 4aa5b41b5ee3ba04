import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { knowledgeFingerprint } from '../../src/questions/classifier/fingerprint.ts'
import { ownModel } from '../../src/questions/classifier/own-model.ts'
import { codeFiles, fingerprintOf } from '../../training/fingerprint.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()

describe('the model that ships', () => {
  const { trainedOn } = ownModel()
  const now = fingerprintOf(knowledge)

  it('was trained on the training files, the words and the code as they are', () => {
    expect(trainedOn.reader, 'what the reader learns from has changed: npm run train').toBe(now.reader)
  })

  it('was trained on the words of the knowledge as they are', () => {
    expect(trainedOn.knowledge, 'words in knowledge/ have changed: npm run train').toBe(now.knowledge)
  })

  it('knows every topic of ours', () => {
    const classes = new Set(ownModel().topics.classes)
    expect(knowledge.topics.filter(({ id }) => !classes.has(id))).toEqual([])
  })
})

describe('the fingerprint', () => {
  const of = (change: Partial<Knowledge>) => knowledgeFingerprint({ ...knowledge, ...change })
  const same = knowledgeFingerprint(knowledge)
  const [topic, ...topics] = knowledge.topics
  const [mesh, ...meshes] = knowledge.meshes
  const [term, ...terms] = knowledge.terms
  if (!topic || !mesh || !term) throw new Error('the knowledge is empty')

  it.each<[string, Partial<Knowledge>]>([
    ['a word of a topic', { topics: [{ ...topic, words: [...topic.words, 'zorbing'] }, ...topics] }],
    ['a phrasing of a topic', { topics: [{ ...topic, phrasings: [...topic.phrasings, 'zorbing?'] }, ...topics] }],
    ['a topic', { topics }],
    ['an alias of a term', { terms: [{ ...term, aliases: ['zorb'] }, ...terms] }],
    ['a part of a mesh', { meshes: [{ ...mesh, parts: [...mesh.parts, 'zorbd'] }, ...meshes] }],
    ['an alias of a mesh', { meshes: [{ ...mesh, aliases: [...mesh.aliases, 'zorb mesh'] }, ...meshes] }],
  ])('is another with or without %s', (_what, change) => {
    expect(of(change)).not.toBe(same)
  })

  it.each<[string, Partial<Knowledge>]>([
    ['the facts', { meshes: [{ ...mesh, facts: {}, summary: 'Another.' }, ...meshes] }],
    ['why a topic matters', { topics: [{ ...topic, why: 'Another reason.' }, ...topics] }],
    ['the order of the words of a meaning', { topics: [{ ...topic, meaning: reversed(topic.meaning) }, ...topics] }],
  ])('stays with other %s', (_what, change) => {
    expect(of(change)).toBe(same)
  })

  it('covers all the code of questions that training runs through', () => {
    const folder = fileURLToPath(new URL('../../training', import.meta.url))
    const covered = codeFiles.map((name) => join(folder, name))
    // Shapes and constants that take no part in features, and what training never comes to.
    const exempt = [
      ...['question.ts', 'topics-at-hand.ts', 'follow-up.ts', 'classifier/fingerprint.ts'],
      ...['classifier/model.ts', 'classifier/weight-rows.ts'],
    ]
    const found = reached([join(folder, 'train-model.ts')]).filter(
      (name) => name.includes('/src/questions/') || name.startsWith(folder) || name.endsWith('/slips.ts'),
    )
    const questions = join(folder, '../src/questions')
    const free = new Set([
      ...covered,
      ...['data.ts', 'pack.ts'].map((name) => join(folder, name)),
      ...exempt.map((name) => join(questions, name)),
    ])
    expect(found.filter((name) => !free.has(name))).toEqual([])
  })
})

const reversed = (text: string): string => text.split(' ').reverse().join(' ')

/** Some files and all of ours that they import, however far. */
function reached(start: readonly string[]): string[] {
  const found = new Set(start)
  for (const name of found) {
    const text = readFileSync(name, 'utf8')
    for (const [, target = ''] of text.matchAll(/from '(\.[^']+\.ts)'/g)) found.add(join(dirname(name), target))
  }
  return [...found]
}

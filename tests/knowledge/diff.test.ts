import { expect, it } from 'vitest'
import { knowledgeDiff } from '../../src/knowledge/diff.ts'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { mesh, smallKnowledge } from './small-knowledge.ts'

const known = (files: Map<string, string>) => {
  const loaded = parseKnowledge(files, '2026-02-01')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.knowledge
}
const before = known(smallKnowledge())
const withAlpha = (from: string, to: string) =>
  known(smallKnowledge().set('meshes/alpha.yaml', mesh('Alpha').replace(from, to)))

it('says nothing of what is the same', () => {
  expect(knowledgeDiff(before, known(smallKnowledge()))).toEqual([])
})

it('tells what a fact says now, and what it said', () => {
  const after = withAlpha('support: yes\n', 'support: no\n    reason: Taken out.\n')
  expect(knowledgeDiff(before, after)).toEqual([{ mesh: 'alpha', topic: 'retries', text: 'support is no, was yes' }])
})

it('tells a fact that was only checked again', () => {
  const after = withAlpha('checked: 2026-01-02', 'checked: 2026-01-31')
  expect(knowledgeDiff(before, after)).toMatchObject([
    { topic: 'data-plane', text: expect.stringContaining('2026-01-31') },
  ])
})

it('tells a mesh and a release that are new', () => {
  const files = smallKnowledge().set('meshes/gamma.yaml', mesh('Gamma'))
  files.set('meshes/alpha.yaml', mesh('Alpha').replace('version: "1.0"', 'version: "1.1"'))
  expect(knowledgeDiff(before, known(files)).map(({ text }) => text)).toEqual([
    'new mesh: gamma',
    'newest release is 1.1, was 1.0',
  ])
})

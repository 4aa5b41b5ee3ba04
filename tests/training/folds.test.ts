import { describe, expect, it } from 'vitest'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { byFold, folds, groupOf } from '../../training/folds.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const reader = createReader(ownKnowledge(), ownWords())
const group = (text: string): string => groupOf(reader.read(text))

describe('variants of one sentence', () => {
  it.each([
    ['by the mesh', 'does istio retry requests?', 'Does Linkerd retry requests'],
    ['by the number', 'how much memory for 500 pods', 'how much memory for 20 pods'],
    ['by the form of a word', 'does istio retry a request', 'does istio retry a requests'],
    ['by the order of words', 'retries for jobs in istio', 'in istio, retries for jobs'],
  ])('are one group: %s', (_by, one, other) => {
    expect(group(one)).toBe(group(other))
  })

  it('are other sentences where they have other words', () => {
    expect(group('does istio retry requests')).not.toBe(group('does istio mirror requests'))
  })
})

describe('folds', () => {
  const items = Array.from({ length: 40 }, (_, at) => ({ at, group: `group ${at % 13}` }))
  const split = byFold(items, (rest, fold) => [{ rest, fold }])

  it('have each item once, and all others as the rest', () => {
    expect(split).toHaveLength(folds)
    expect(split.flatMap(({ fold }) => fold.map(({ at }) => at)).sort((a, b) => a - b)).toEqual(
      items.map(({ at }) => at),
    )
    for (const { rest, fold } of split) expect(rest.length + fold.length).toBe(items.length)
  })

  it('never part a group', () => {
    for (const { rest, fold } of split) {
      const held = new Set(fold.map(({ group }) => group))
      expect(rest.filter(({ group }) => held.has(group))).toEqual([])
    }
  })
})

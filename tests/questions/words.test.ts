import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stemmer } from 'stemmer'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tokenize } from '../../src/questions/tokens.ts'
import { wordSet } from '../../src/questions/word-sets.ts'
import { ownWords, readWordFiles } from '../../src/questions/words/own-words.ts'
import { wordsSchema } from '../../src/questions/words.ts'

const words = ownWords()
const files = readWordFiles()

/** The values of a tree with the way to each. */
function* leavesOf(tree: unknown, path: readonly string[] = []): Generator<[path: readonly string[], value: unknown]> {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    yield [path, tree]
    return
  }
  for (const [name, below] of Object.entries(tree)) yield* leavesOf(below, [...path, name])
}

/** Anything that words were loaded into: whether it has what a text says. */
const loaded = z.union([
  z.instanceof(Map).transform((map) => (text: string) => map.has(text)),
  z.instanceof(Set).transform((set) => (text: string) => set.has(text)),
  z
    .custom<{ find(tokens: unknown): readonly unknown[] }>(
      (value) => typeof value === 'object' && 'find' in Object(value),
    )
    .transform((phrases) => (text: string) => phrases.find(tokenize(text)).length === 1),
  z
    .custom<{ has(token: unknown): boolean }>((value) => typeof value === 'object' && 'has' in Object(value))
    .transform((set) => (text: string) => set.has(tokenize(text)[0])),
  z
    .custom<{ of(token: unknown): unknown }>((value) => typeof value === 'object' && 'of' in Object(value))
    .transform((map) => (text: string) => map.of(tokenize(text)[0]) !== undefined),
])

const at = (path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => {
    const isLoaded =
      value instanceof Map || (typeof value === 'object' && value !== null && ('of' in value || 'find' in value))
    return isLoaded && !Object.hasOwn(Object(value), name)
      ? value
      : z.record(z.string(), z.unknown()).parse(value)[name]
  }, words)

describe("the reader's own words", () => {
  const lists = [...leavesOf(files)].filter(([path]) => path[1] !== 'cnis' && path[0] !== 'same')
  it('are found, each as it stands in its file', () => {
    expect(lists.length).toBeGreaterThan(60)
    for (const [path, value] of lists) {
      const all = Array.isArray(value) ? z.array(z.string()).parse(value) : path.slice(-1)
      const has = loaded.parse(at(Array.isArray(value) || path.length < 3 ? path : path.slice(0, -1)))
      for (const word of all) expect(has(word), `${path.join('.')}: ${word}`).toBe(true)
    }
  })

  it('stand in their list once', () => {
    for (const [path, value] of lists) {
      if (Array.isArray(value)) expect(new Set(value).size, path.join('.')).toBe(value.length)
    }
  })

  it('say the same as the words of one group only', () => {
    const stems = words.same.map((group) => new Set(group.map((word) => stemmer(word))))
    const all = stems.flatMap((group) => [...group])
    expect(all.filter((stem, at) => all.indexOf(stem) !== at)).toEqual([])
  })

  it('are found with their plurals and tenses, and short ones as they stand', () => {
    const [container, developers, they] = tokenize('containers developers they')
    expect(words.quantities.units.of(container)).toBe('pods')
    expect(words.quantities.units.of(developers)).toBe('people')
    expect(words.turns.leaning.has(they)).toBe(true)
    const having = wordSet(['use', 'using', 'on'])
    expect(tokenize('use used uses using on').every((token) => having.has(token))).toBe(true)
    expect(tokenize('us one ones').some((token) => having.has(token))).toBe(false)
  })

  it('are refused where they are no words, or a list is missing', () => {
    expect(() => wordsSchema.parse({ ...files, directions: {} })).toThrow()
    expect(() => wordsSchema.parse({ ...files, turns: { ...Object(files.turns), reasons: ['Why?'] } })).toThrow(
      /one word/,
    )
  })
})

describe('the code', () => {
  const root = fileURLToPath(new URL('../../src', import.meta.url))
  const sources = ['questions', 'questions/classifier', 'advisor'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${root}/${folder}/${name}`, 'utf8') })),
  )
  /** Comparisons of a word, stem or token with a literal: equality, a list that includes it, its presence in others. */
  const compared = [
    /\b(?:stem|word|token)s?\b\??(?:\[[^\]]*\])?\)?\s*[!=]==\s*'([^']*)'/g,
    /'([^']*)'\s*[!=]==\s*\S*\b(?:stem|word|token)s?\b/g,
    /\b(?:stem|word|token)s?\.(?:includes|has|indexOf)\('([^']*)'/g,
  ]
  const listed = /(?:\[([^\]]*)\]\.includes|new Set\(\[([^\]]*)\]\)\.has)\([^)]*\b(?:stem|word)\b/g

  it('compares no word with a literal', () => {
    for (const { name, text } of sources) {
      const literals = [
        ...compared.flatMap((pattern) => [...text.matchAll(pattern)].map(([, literal]) => literal ?? '')),
        ...[...text.matchAll(listed)].flatMap(([, one = '', other = '']) => (one || other).split(',')),
      ]
      expect(
        literals.filter((literal) => /^[a-z]/i.test(literal)),
        name,
      ).toEqual([])
      expect(text, name).not.toMatch(/\w\[(?:\w+\.)?(?:stem|word)\b/)
    }
  })

  it('keeps no list of words that the stemmer would change beside stems', () => {
    const sets = /new Set(?:<\w+>)?\(\[([^\]]*)\]\)/g
    for (const { name, text } of sources.filter(({ text }) => /\bstems?\b/.test(text))) {
      const members = [...text.matchAll(sets)].flatMap(([, inner = '']) => [...inner.matchAll(/'([a-z]+)'/g)])
      const changed = members.map(([, member = '']) => member).filter((member) => stemmer(member) !== member)
      expect(changed, name).toEqual([])
    }
  })

  it('has no circles of files', () => {
    const importsOf = new Map(
      sources.map(({ name, text }) => [
        name,
        [...text.matchAll(/from '(\.[^']+\.ts)'/g)].map(([, target = '']) =>
          new URL(target, `file:///${name}`).pathname.slice(1),
        ),
      ]),
    )
    const circle = (name: string, way: readonly string[]): readonly string[] | undefined => {
      if (way.includes(name)) return [...way.slice(way.indexOf(name)), name]
      if (done.has(name)) return undefined
      done.add(name)
      return (importsOf.get(name) ?? []).map((next) => circle(next, [...way, name])).find(Boolean)
    }
    const done = new Set<string>()
    expect(sources.map(({ name }) => circle(name, [])).find(Boolean)).toBeUndefined()
  })
})

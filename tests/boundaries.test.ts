import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }))

/** What a file imports at run time, and what only as types. */
const importsOf = (text: string, types: boolean): string[] =>
  [...text.matchAll(/^(?:import|export)(\s+type)?\s[^;'"]*?from\s+'([^']+)'/gm)]
    .filter(([, type]) => types || !type)
    .map(([, , target]) => target ?? '')

const inFolders = (...folders: readonly string[]) =>
  files.filter(({ name }) => folders.some((folder) => name.startsWith(`${folder}/`) || name === folder))

/**
 * Scripts that a maintainer runs, reading and watching files, reading the model, where fonts lie: edges in folders that
 * are pure otherwise.
 */
const edges = new Set([
  'questions/classifier/own-model.ts',
  'questions/classifier/train.ts',
  'questions/classifier/training-files.ts',
  'diagrams/fonts.ts',
  'knowledge/at-revision.ts',
  'knowledge/load.ts',
  'knowledge/watch.ts',
  'knowledge/write-schemas.ts',
])

describe('the pure middle', () => {
  const pure = inFolders(
    'answers',
    'questions',
    'commands',
    'facts',
    'pages',
    'advisor',
    'estimator',
    'knowledge',
    'diagrams',
    'slack/blocks',
    'slack/views',
    'advice.ts',
    'meshwise.ts',
  ).filter(({ name }) => !edges.has(name))

  it('knows neither Slack at run time, nor files, nor the network', () => {
    for (const { name, text } of pure) {
      expect(
        importsOf(text, false).filter((target) => /^(@slack\/|node:|kysely|emulate)/.test(target)),
        name,
      ).toEqual([])
    }
  })

  it('knows none of the edges', () => {
    for (const { name, text } of pure) {
      expect(
        importsOf(text, true).filter((target) => /\/(slack|storage|cli|playground)\//.test(target)),
        name,
      ).toEqual([])
    }
  })

  it('reads no clock and rolls no dice', () => {
    for (const { name, text } of pure) {
      expect(/new Date\(\)|Date\.now|Math\.random|process\./.exec(text)?.[0], name).toBeUndefined()
    }
  })
})

describe('one way through the code', () => {
  const mayNot: [folder: string, targets: RegExp][] = [
    ['knowledge', /\/(questions|answers|pages|commands)\//],
    ['questions', /\/(answers|pages|commands)\//],
    ['answers', /\/pages\//],
    ['pages', /\/(questions|slack)\//],
    ['diagrams', /\/(questions|answers|pages|commands|views)\//],
  ]
  for (const [folder, targets] of mayNot) {
    it(`${folder} does not look ahead`, () => {
      for (const { name, text } of inFolders(folder)) {
        expect(
          importsOf(text, false).filter((target) => targets.test(target)),
          name,
        ).toEqual([])
      }
    })
  }

  it('only the Slack edge and the composition root know Bolt', () => {
    const users = files.filter(({ text }) => importsOf(text, false).includes('@slack/bolt')).map(({ name }) => name)
    expect(users.filter((name) => !name.startsWith('slack/') && name !== 'app.ts')).toEqual([])
  })

  it('only the knowledge reads YAML, and the playground its scenarios', () => {
    const users = files.filter(({ text }) =>
      importsOf(text, false).some((target) => target === 'yaml' || target === 'js-yaml'),
    )
    expect(users.map(({ name }) => name).filter((name) => !/^(knowledge|playground|cli|advisor)\//.test(name))).toEqual(
      [],
    )
  })

  it('nothing but the start of the process loads the playground', () => {
    const users = files.filter(({ name, text }) => !name.startsWith('playground/') && text.includes('/playground/'))
    expect(users.map(({ name }) => name)).toEqual(['app.ts'])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }))

interface Import {
  readonly target: string
  readonly isType: boolean
}

/** What a file imports, types and lazy imports included: our own files by their path below src, packages by name. */
function importsOf({ name, text }: { name: string; text: string }): Import[] {
  const statements = [...text.matchAll(/^(?:import|export)(\s+type)?\s[^;'"]*?from\s+'([^']+)'/gm)]
  const lazy = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, target]) => ({ target, isType: false }))
  return [...statements.map(([, type, target]) => ({ target, isType: type !== undefined })), ...lazy].map((one) => ({
    isType: one.isType,
    target: one.target?.startsWith('.') ? posix.join(dirname(name), one.target) : (one.target ?? ''),
  }))
}

/** The folder of a file as the table names it: Slack's pure parts have rows of their own. */
const folderOf = (path: string): string =>
  /^slack\/(blocks|views)\//.exec(path)?.[0].slice(0, -1) ?? (path.includes('/') ? (path.split('/')[0] ?? '') : path)

/** Words about nothing in particular, which any folder may use. */
const everywhere = [
  'assert-never.ts',
  'bounded.ts',
  'closest.ts',
  'once.ts',
  'slips.ts',
  'wording.ts',
  'counted-text.ts',
  'log.ts',
  'errors.ts',
  'in-time.ts',
  'printable.ts',
]

/** What each folder may import, types too. What is not named here is refused. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  facts: ['knowledge'],
  questions: ['knowledge'],
  lines: ['facts', 'questions'],
  estimator: ['knowledge'],
  diagrams: ['knowledge'],
  advisor: ['knowledge', 'facts', 'questions', 'estimator'],
  // Answers offer next commands as values, and commands say what they are answered by: types and makers, no circle of files.
  answers: ['knowledge', 'facts', 'lines', 'questions', 'estimator', 'diagrams', 'advisor', 'commands'],
  pages: ['knowledge', 'facts', 'estimator', 'diagrams', 'advisor', 'answers', 'commands'],
  json: ['knowledge', 'facts', 'estimator', 'advisor', 'questions', 'answers', 'commands', 'meshwise.ts'],
  commands: ['knowledge', 'facts', 'questions', 'lines', 'estimator', 'advisor', 'answers', 'pages', 'json'],
  'meshwise.ts': ['knowledge', 'questions', 'lines', 'advisor', 'answers', 'commands'],
  'service.ts': ['knowledge', 'meshwise.ts'],
  'stale-model.ts': ['knowledge', 'questions'],
  'slack/blocks': ['facts', 'pages', 'answers', 'commands'],
  'slack/views': ['knowledge', 'estimator', 'advisor', 'answers', 'pages', 'slack/blocks', 'slack'],
  storage: ['questions'],
  'metrics.ts': [],
  'readiness.ts': [],
  'status-server.ts': ['readiness.ts'],
  'due-work.ts': ['metrics.ts', 'storage'],
  'observe.ts': ['knowledge', 'meshwise.ts', 'metrics.ts', 'service.ts', 'storage'],
  slack: [
    'knowledge',
    'questions',
    'advisor',
    'diagrams',
    'answers',
    'commands',
    'pages',
    'meshwise.ts',
    'service.ts',
    'metrics.ts',
    'readiness.ts',
    'status-server.ts',
    'storage',
    'slack/blocks',
    'slack/views',
  ],
  cli: [
    'knowledge',
    'facts',
    'questions',
    'estimator',
    'advisor',
    'diagrams',
    'answers',
    'commands',
    'pages',
    'json',
    'meshwise.ts',
    'storage',
    'slack/blocks',
    'config.ts',
    '../package.json',
  ],
  playground: [],
  'config.ts': ['knowledge', 'storage'],
  'app.ts': [
    'config.ts',
    'knowledge',
    'questions',
    'commands',
    'meshwise.ts',
    'service.ts',
    'stale-model.ts',
    'due-work.ts',
    'metrics.ts',
    'observe.ts',
    'readiness.ts',
    'status-server.ts',
    'slack',
    'storage',
    'playground',
    '../package.json',
  ],
  'main.ts': ['app.ts', 'config.ts'],
}

const isOurs = ({ target }: Import): boolean => files.some(({ name }) => name === target) || target.startsWith('../')

describe('what each folder may import', () => {
  it('is said of every folder there is, and of none besides', () => {
    const there = new Set(files.map(({ name }) => folderOf(name)).filter((folder) => !everywhere.includes(folder)))
    expect(Object.keys(mayImport).sort()).toEqual([...there].sort())
  })

  it.each(Object.entries(mayImport))('%s keeps to it', (folder, allowed) => {
    const strays = files
      .filter(({ name }) => folderOf(name) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter(isOurs)
          .map(({ target }) => (target.startsWith('../') ? target : folderOf(target)))
          .filter((to) => to !== folder && !everywhere.includes(to) && !allowed.includes(to))
          .map((to) => `${file.name} imports ${to}`),
      )
    expect(strays).toEqual([])
  })

  it.each(Object.entries(mayImport))('%s has no permission that it does not use', (folder, allowed) => {
    const used = new Set(
      files
        .filter(({ name }) => folderOf(name) === folder)
        .flatMap((file) => importsOf(file).map(({ target }) => (target.startsWith('../') ? target : folderOf(target)))),
    )
    expect(allowed.filter((one) => !used.has(one))).toEqual([])
  })
})

it('training takes from the knowledge, its facts and their lines, and the reader of questions, and nothing takes from training', () => {
  const training = fileURLToPath(new URL('../training', import.meta.url))
  const names = readdirSync(training).filter((name) => name.endsWith('.ts'))
  const imported = names.flatMap((name) =>
    importsOf({ name: `training/${name}`, text: readFileSync(join(training, name), 'utf8') })
      .map(({ target }) => target)
      .filter((target) => target.startsWith('src/'))
      .map((target) => target.split('/')[1]),
  )
  expect([...new Set(imported)].sort()).toEqual(['facts', 'knowledge', 'lines', 'questions'])
  expect(files.filter((file) => importsOf(file).some(({ target }) => target.startsWith('../training')))).toEqual([])
})

/** Blocks hold blocks: a container draws what it holds by the same table that draws it. */
const allowedCircle = ['playground/page/blocks/block.tsx', 'playground/page/blocks/container.tsx']

it('no file is reached from itself, over types either', () => {
  const next = new Map(files.map((file) => [file.name, importsOf(file).map(({ target }) => target)]))
  const reaches = (from: string): Set<string> => {
    const seen = new Set<string>()
    const waiting = [...(next.get(from) ?? [])]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (seen.has(name)) continue
      seen.add(name)
      waiting.push(...(next.get(name) ?? []))
    }
    return seen
  }
  const circular = files.map(({ name }) => name).filter((name) => reaches(name).has(name))
  expect(circular.sort()).toEqual(allowedCircle)
})

/** Files with I/O in folders that are pure otherwise. */
const edges = new Set([
  'lines/own-line-model.ts',
  'questions/classifier/own-model.ts',
  'questions/classifier/fingerprint.ts',
  'questions/words/own-words.ts',
  'diagrams/fonts.ts',
  'knowledge/at-revision.ts',
  'knowledge/files.ts',
  'knowledge/load.ts',
  'knowledge/yaml-files.ts',
  'knowledge/watch.ts',
  'knowledge/write-schemas.ts',
])
const impure = [
  'slack',
  'storage',
  'cli',
  'playground',
  'app.ts',
  'main.ts',
  'config.ts',
  'service.ts',
  'stale-model.ts',
  'log.ts',
  'errors.ts',
  'in-time.ts',
  'metrics.ts',
  'readiness.ts',
  'status-server.ts',
  'due-work.ts',
  'observe.ts',
]

describe('the pure middle', () => {
  const pure = files.filter(({ name }) => !impure.includes(folderOf(name)) && !edges.has(name))

  it('knows neither Slack at run time, nor files, nor the network', () => {
    for (const file of pure) {
      const found = importsOf(file).filter(
        ({ target, isType }) => !isType && /^(@slack\/|node:|kysely|emulate)/.test(target),
      )
      expect(found, file.name).toEqual([])
    }
  })

  it('reads no clock and rolls no dice', () => {
    for (const { name, text } of pure) {
      expect(/new Date\(\)|Date\.now|Math\.random|process\./.exec(text)?.[0], name).toBeUndefined()
    }
  })
})

describe('who knows what', () => {
  const usersOf = (packages: RegExp): string[] =>
    files
      .filter((file) => importsOf(file).some(({ target, isType }) => !isType && packages.test(target)))
      .map(({ name }) => folderOf(name))

  it('only the Slack edge knows Bolt', () => {
    expect([...new Set(usersOf(/^@slack\/bolt$/))]).toEqual(['slack'])
  })

  it('only the knowledge reads YAML, the reader of questions its words, and the playground its scenarios', () => {
    expect([...new Set(usersOf(/^(yaml|js-yaml)$/))].sort()).toEqual(['knowledge', 'playground', 'questions'])
  })

  it('nothing but the start of the process loads the playground', () => {
    const users = files.filter(({ name, text }) => !name.startsWith('playground/') && text.includes('/playground/'))
    expect(users.map(({ name }) => name)).toEqual(['app.ts'])
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { type KnowledgeWatch, lookAt, watchKnowledge } from '../../src/knowledge/watch.ts'
import { createLog } from '../../src/log.ts'
import { holdKnowledge, type KnowledgeHolder } from '../../src/service.ts'
import { fakeMeshwise } from '../helpers/fake-meshwise.ts'
import { smallKnowledge } from './small-knowledge.ts'

let place: string
let holder: KnowledgeHolder
let watcher: KnowledgeWatch | undefined

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'meshwise-'))
})
afterEach(() => {
  watcher?.close()
  watcher = undefined
  rmSync(place, { recursive: true })
})

/** Writes the small knowledge, with something of its own in the summary of a mesh. */
function writeAll(directory: string, summary: string): void {
  for (const [name, text] of smallKnowledge()) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text.replace(/^summary:.*$/m, `summary: ${summary}.`))
  }
}

function serve(directory: string, { tick = 50 } = {}): void {
  const now = () => new Date()
  const load = () => loadKnowledge({ directory }, '2099-12-31')
  const look = lookAt({ directory })
  const loaded = load()
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  holder = holdKnowledge(loaded.knowledge, { createMeshwise: () => ({ ...fakeMeshwise }), now })
  const log = createLog({ level: 'error', write: () => undefined, now })
  watcher = watchKnowledge({ place: { directory }, look, load, replace: holder.replace, log, rest: 10, tick })
}

const summaryOf = () => holder.current.knowledge.meshes.find(({ id }) => id === 'alpha')?.summary
const inService = (summary: string) =>
  vi.waitFor(
    () => {
      expect(summaryOf()).toBe(`${summary}.`)
      expect(holder.problems).toEqual([])
    },
    { timeout: 5000, interval: 10 },
  )
const refused = () => vi.waitFor(() => expect(holder.problems).not.toEqual([]), { timeout: 5000, interval: 10 })

/** How a program saves a file that is there. */
const saves: Readonly<Record<string, (file: string, text: string) => void>> = {
  'a write into the file': (file, text) => writeFileSync(file, text),
  'a rename over the file (VS Code, gedit, many tools)': (file, text) => {
    writeFileSync(`${file}.tmp`, text)
    renameSync(`${file}.tmp`, file)
  },
  'a backup and a new file (vim, Emacs)': (file, text) => {
    renameSync(file, `${file}~`)
    writeFileSync(file, text)
    unlinkSync(`${file}~`)
  },
  'a removal and a new file': (file, text) => {
    unlinkSync(file)
    writeFileSync(file, text)
  },
  'sed -i': (file, text) => {
    const [, summary = ''] = /^summary: ?(.*)$/m.exec(text) ?? []
    const [, key = ''] = /^(sumary|summary):/m.exec(text) ?? ['', 'sumary']
    execFileSync('sed', ['-i', `s/^summ*ary:.*/${key}: ${summary}/`, file])
  },
  'mv of a file from elsewhere': (file, text) => {
    const elsewhere = join(place, 'elsewhere.yaml')
    writeFileSync(elsewhere, text)
    execFileSync('mv', [elsewhere, file])
  },
  'cp over the file': (file, text) => {
    const elsewhere = join(place, 'elsewhere.yaml')
    writeFileSync(elsewhere, text)
    copyFileSync(elsewhere, file)
  },
}

test.each(Object.entries(saves))('%s is seen each time', async (_name, save) => {
  const directory = join(place, 'knowledge')
  const file = join(directory, 'meshes', 'alpha.yaml')
  writeAll(directory, 'First')
  serve(directory, { tick: 1_000_000 })
  const edited = (summary: string) => readFileSync(file, 'utf8').replace(/^summ?ary:.*$/m, `summary: ${summary}.`)
  for (const summary of ['Second', 'Third']) {
    save(file, edited(summary))
    await inService(summary)
  }
  save(file, edited('Fourth').replace('summary:', 'sumary:'))
  await refused()
  expect(summaryOf()).toBe('Third.')
  save(file, edited('Fifth'))
  await inService('Fifth')
})

/** How a directory as a whole comes to be another. */
const swaps: Readonly<Record<string, () => { readonly directory: string; put(summary: string): void }>> = {
  'git checkout': () => {
    const directory = join(place, 'knowledge')
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: directory, stdio: 'ignore' })
    const commit = (summary: string) => {
      writeAll(directory, summary)
      git('add', '-A')
      git('commit', '-qm', summary)
      git('tag', summary)
    }
    mkdirSync(directory)
    git('init', '-q')
    for (const summary of ['Second', 'Third', 'Fourth', 'First']) commit(summary)
    return { directory, put: (summary) => git('checkout', '-q', summary) }
  },
  'git-sync: a link to another checkout': () => {
    const directory = join(place, 'current')
    const put = (summary: string) => {
      writeAll(join(place, summary), summary)
      symlinkSync(join(place, summary), `${directory}.tmp`)
      renameSync(`${directory}.tmp`, directory)
    }
    put('First')
    return { directory, put }
  },
  'a ConfigMap: a link within to another version': () => {
    const directory = join(place, 'volume')
    let version = 0
    const put = (summary: string) => {
      const [old, next] = [`..v${version}`, `..v${++version}`]
      writeAll(join(directory, next), summary)
      symlinkSync(next, join(directory, '..data_tmp'))
      renameSync(join(directory, '..data_tmp'), join(directory, '..data'))
      rmSync(join(directory, old), { recursive: true, force: true })
    }
    put('First')
    for (const name of new Set([...smallKnowledge().keys()].map((path) => path.split('/')[0] ?? ''))) {
      symlinkSync(join('..data', name), join(directory, name))
    }
    return { directory, put }
  },
  'mv of the directory': () => {
    const directory = join(place, 'knowledge')
    writeAll(directory, 'First')
    const put = (summary: string) => {
      writeAll(join(place, summary), summary)
      renameSync(directory, join(place, `before ${summary}`))
      renameSync(join(place, summary), directory)
    }
    return { directory, put }
  },
  'a directory that is removed and put back': () => {
    const directory = join(place, 'knowledge')
    writeAll(directory, 'First')
    const put = (summary: string) => {
      rmSync(directory, { recursive: true })
      writeAll(directory, summary)
    }
    return { directory, put }
  },
  'cp of all files': () => {
    const directory = join(place, 'knowledge')
    writeAll(directory, 'First')
    const put = (summary: string) => {
      writeAll(join(place, summary), summary)
      cpSync(join(place, summary), directory, { recursive: true })
    }
    return { directory, put }
  },
}
if (spawnSync('rsync', ['--version']).error === undefined) {
  Object.assign(swaps, {
    'rsync, with the times of the files kept': () => {
      const directory = join(place, 'knowledge')
      writeAll(directory, 'First')
      const put = (summary: string) => {
        writeAll(join(place, summary), summary)
        execFileSync('rsync', ['-a', '--checksum', '--delete', `${join(place, summary)}/`, `${directory}/`])
      }
      return { directory, put }
    },
  })
}

test.each(Object.entries(swaps))('%s is seen each time', async (_name, start) => {
  const { directory, put } = start()
  serve(directory)
  expect(summaryOf()).toBe('First.')
  for (const summary of ['Second', 'Third', 'Fourth']) {
    put(summary)
    await inService(summary)
  }
})

test('while the directory is away, what was loaded stays in service', async () => {
  const directory = join(place, 'knowledge')
  writeAll(directory, 'First')
  serve(directory)
  renameSync(directory, join(place, 'away'))
  await refused()
  expect(summaryOf()).toBe('First.')
  renameSync(join(place, 'away'), directory)
  await inService('First')
})

test('who asks how things are needn’t wait for a tick, nor for an event', () => {
  const directory = join(place, 'knowledge')
  writeAll(directory, 'First')
  serve(directory, { tick: 1_000_000 })
  writeFileSync(join(directory, 'guide.yaml'), 'nonsense\n')
  watcher?.refresh()
  expect(holder.problems).not.toEqual([])
  writeAll(directory, 'Second')
  watcher?.refresh()
  expect(holder.problems).toEqual([])
  expect(summaryOf()).toBe('Second.')
})

test('what changes between being read and being watched is seen', async () => {
  const directory = join(place, 'knowledge')
  writeAll(directory, 'First')
  const look = lookAt({ directory })
  serve(directory)
  watcher?.close()
  writeAll(directory, 'Second')
  const load = () => loadKnowledge({ directory }, '2099-12-31')
  const log = createLog({ level: 'error', write: () => undefined, now: () => new Date() })
  const options = { place: { directory }, look, load, replace: holder.replace, log, rest: 10, tick: 1_000_000 }
  watcher = watchKnowledge(options)
  await inService('Second')
})

import { type FSWatcher, watch } from 'node:fs'
import { describeError, type Log } from '../log.ts'
import { type FoundDirectory, listYaml } from './files.ts'
import type { KnowledgePlace } from './load.ts'
import type { Loaded } from './parse.ts'
import { showProblem } from './problem.ts'

export interface WatchOptions {
  readonly place: KnowledgePlace
  /** How the files looked before they were read: what has changed since is read at once. */
  readonly look: Look
  readonly load: () => Loaded
  /** Takes what was loaded, or what is wrong with it. */
  readonly replace: (loaded: Loaded) => void
  readonly log: Log
  /** How long the files must rest before they are read, in milliseconds: an editor or a checkout writes in bursts. */
  readonly rest?: number
  /** How often the files are looked at without a cause, in milliseconds: not every change is told of. */
  readonly tick?: number
}

/** A watch over the knowledge. */
export interface KnowledgeWatch {
  /** Reads the files now, if they have changed: for who asks how things are. */
  refresh(): void
  close(): void
}

/** How the files of a place look from outside. Equal looks mean that nothing has to be read. */
export interface Look {
  /** Names, sizes, times and identities of the files. */
  readonly files: string
  readonly directories: readonly FoundDirectory[]
}

/** Looks at the files of a place, without reading any. Where they can't be looked at, that is how they look. */
export function lookAt({ directory, overlay }: KnowledgePlace): Look {
  try {
    const listings = (overlay === undefined ? [directory] : [directory, overlay]).map(listYaml)
    const files = listings.map(({ entries }) =>
      entries.map(({ name, stats }) => [name, stats?.size, stats?.mtimeMs, stats?.ctimeMs, stats?.ino]),
    )
    return { files: JSON.stringify(files), directories: listings.flatMap((listing) => listing.directories) }
  } catch (error) {
    return { files: error instanceof Error ? error.message : String(error), directories: [] }
  }
}

/**
 * Watches the knowledge directories and, when something in them has changed, loads all of it anew: whole and checked
 * into service, or not at all. Directories are watched, since a file that is saved by renaming another over it is a new
 * one; and all is looked at on a tick, since a directory that another takes the place of tells nothing.
 */
export function watchKnowledge({
  place,
  look,
  load,
  replace,
  log,
  rest = 300,
  tick = 10_000,
}: WatchOptions): KnowledgeWatch {
  const watched = watchDirectories(() => notice(), log)
  let seen = look.files
  let timer: NodeJS.Timeout | undefined

  const current = (): string => {
    const { files, directories } = lookAt(place)
    watched.set(directories)
    return files
  }
  const read = (files: string) => {
    // What changes while it is read looks different the next time.
    seen = files
    reload({ load, replace, log })
  }
  const settle = (before: string) => {
    const files = current()
    if (files === seen) return
    if (files === before) read(files)
    else timer = setTimeout(settle, rest, files)
  }
  const notice = () => {
    clearTimeout(timer)
    timer = setTimeout(settle, rest, current())
  }
  const lookAgain = () => {
    if (current() !== seen) notice()
  }
  const ticking = setInterval(lookAgain, tick)
  lookAgain()
  return {
    refresh() {
      const files = current()
      if (files !== seen) read(files)
    },
    close() {
      clearTimeout(timer)
      clearInterval(ticking)
      watched.set([])
    },
  }
}

interface WatchedDirectories {
  /** Watches these and no others, anew where one has taken the place of another. */
  set(directories: readonly FoundDirectory[]): void
}

/** What tells of changes in directories. Where one can't be watched, the tick has to do. */
function watchDirectories(changed: () => void, log: Log): WatchedDirectories {
  let watchers: readonly FSWatcher[] = []
  let key = '[]'
  const unwatched = (path: string, error: unknown) =>
    log.warn('A directory of the knowledge tells no changes: it is looked at on a tick', {
      path,
      ...describeError(error),
    })
  return {
    set(directories) {
      const wanted = JSON.stringify(directories)
      if (wanted === key) return
      key = wanted
      for (const watcher of watchers) watcher.close()
      watchers = directories.flatMap(({ path }) => {
        try {
          return [watch(path, changed).on('error', (error) => unwatched(path, error))]
        } catch (error) {
          unwatched(path, error)
          return []
        }
      })
    },
  }
}

function reload({ load, replace, log }: Pick<WatchOptions, 'load' | 'replace' | 'log'>): void {
  const loaded = loadSafely(load)
  replace(loaded)
  if (loaded.ok) {
    log.info('Knowledge reloaded', { meshes: loaded.knowledge.meshes.length, topics: loaded.knowledge.topics.length })
    return
  }
  log.error('Knowledge not reloaded: what was loaded before stays in service', {
    problems: loaded.problems.map(showProblem),
  })
}

/** A file can vanish between being listed and being read: that too leaves the last good knowledge in service. */
function loadSafely(load: () => Loaded): Loaded {
  try {
    return load()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [{ file: '', line: 0, field: '', message }] }
  }
}

import { watch } from 'node:fs'
import { describeError, type Log } from '../log.ts'
import { showProblem } from './document.ts'
import type { KnowledgePlace } from './load.ts'
import type { Loaded } from './parse.ts'

export interface WatchOptions {
  readonly place: KnowledgePlace
  readonly load: () => Loaded
  /** Takes what was loaded, or what is wrong with it. */
  readonly replace: (loaded: Loaded) => void
  readonly log: Log
  /** How long the files must rest before they are read, in milliseconds: an editor or a checkout writes in bursts. */
  readonly rest?: number
}

/**
 * Watches the knowledge directories and, when something in them has changed, loads all of it anew: whole and checked
 * into service, or not at all.
 */
export function watchKnowledge({ place, load, replace, log, rest = 300 }: WatchOptions): { close(): void } {
  let timer: NodeJS.Timeout | undefined
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => reload({ load, replace, log }), rest)
  }
  const directories = [place.directory, ...(place.overlay === undefined ? [] : [place.overlay])]
  const watchers = directories.map((directory) =>
    watch(directory, { recursive: true }, changed).on('error', (error) =>
      log.error('Knowledge is no longer watched: restart to read changes', { directory, ...describeError(error) }),
    ),
  )
  return {
    close() {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
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

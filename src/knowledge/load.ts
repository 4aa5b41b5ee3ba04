import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Problem } from './document.ts'
import { listYaml } from './files.ts'
import { type KnowledgeFiles, type Loaded, parseKnowledge } from './parse.ts'

/** Where our own knowledge lies, beside the source. */
export const ownKnowledgeDirectory = fileURLToPath(new URL('../../knowledge', import.meta.url))

export interface KnowledgePlace {
  readonly directory: string
  /** A directory of the organisation's own facts, laid over. */
  readonly overlay?: string | undefined
}

/** The largest file that is read, in bytes: twenty times the largest of ours. */
const largest = 4_000_000

/** Reads and checks the knowledge at a place. `today` is a date as YYYY-MM-DD. */
export function loadKnowledge({ directory, overlay }: KnowledgePlace, today: string): Loaded {
  const places = overlay === undefined ? [directory] : [directory, overlay]
  const missing = places.find((place) => !existsSync(place))
  if (missing !== undefined) return { ok: false, problems: [problemOf(missing, 'there is no such directory')] }
  const unreadable = places.flatMap(unreadableIn)
  if (unreadable.length > 0) return { ok: false, problems: unreadable }
  return parseKnowledge(readYamlFiles(directory), today, overlay === undefined ? new Map() : readYamlFiles(overlay))
}

const problemOf = (file: string, message: string): Problem => ({ file, line: 0, field: '', message })

/** What can't be read as a file: reading a pipe waits for somebody to write, for ever. */
function unreadableIn(directory: string): readonly Problem[] {
  return listYaml(directory).entries.flatMap(({ name, stats }) => {
    if (!stats?.isFile()) return [problemOf(name, 'is no file: remove it, or put a file in its place')]
    return stats.size > largest ? [problemOf(name, `has more than ${largest / 1_000_000} MB: split it`)] : []
  })
}

/** The YAML files below a directory: path within it, with forward slashes → text. */
export const readYamlFiles = (directory: string): KnowledgeFiles =>
  new Map(
    listYaml(directory)
      .entries.filter(({ stats }) => stats?.isFile())
      .map(({ name }) => [name, readFileSync(join(directory, name), 'utf8')]),
  )

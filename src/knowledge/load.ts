import { existsSync } from 'node:fs'
import { largestFile, listYaml } from './files.ts'
import { type Loaded, parseKnowledge } from './parse.ts'
import type { Problem } from './problem.ts'
import { type KnowledgePlace, readYamlFiles } from './yaml-files.ts'

export { type KnowledgePlace, ownKnowledgeDirectory, readYamlFiles } from './yaml-files.ts'

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
    return stats.size > largestFile ? [problemOf(name, `has more than ${largestFile / 1_000_000} MB: split it`)] : []
  })
}

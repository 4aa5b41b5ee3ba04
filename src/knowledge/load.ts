import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type KnowledgeFiles, type Loaded, parseKnowledge } from './parse.ts'

/** Where our own knowledge lies, beside the source. */
export const ownKnowledgeDirectory = fileURLToPath(new URL('../../knowledge', import.meta.url))

export interface KnowledgePlace {
  readonly directory: string
  /** A directory of the organisation's own facts, laid over. */
  readonly overlay?: string | undefined
}

/** Reads and checks the knowledge at a place. `today` is a date as YYYY-MM-DD. */
export function loadKnowledge({ directory, overlay }: KnowledgePlace, today: string): Loaded {
  for (const place of [directory, overlay]) {
    if (place !== undefined && !existsSync(place)) {
      return { ok: false, problems: [{ file: place, line: 0, field: '', message: 'there is no such directory' }] }
    }
  }
  return parseKnowledge(readYamlFiles(directory), today, overlay ? readYamlFiles(overlay) : new Map())
}

/** The YAML files below a directory: path within it, with forward slashes → text. */
export function readYamlFiles(directory: string): KnowledgeFiles {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.ya?ml$/.test(name))
  return new Map(names.sort().map((name) => [name, readFileSync(join(directory, name), 'utf8')]))
}

import { existsSync } from 'node:fs'
import { type Loaded, parseKnowledge } from './parse.ts'
import { type KnowledgePlace, readYamlFiles } from './yaml-files.ts'

export { type KnowledgePlace, ownKnowledgeDirectory, readYamlFiles } from './yaml-files.ts'

/** Reads and checks the knowledge at a place. `today` is a date as YYYY-MM-DD. */
export function loadKnowledge({ directory, overlay }: KnowledgePlace, today: string): Loaded {
  for (const place of [directory, overlay]) {
    if (place !== undefined && !existsSync(place)) {
      return { ok: false, problems: [{ file: place, line: 0, field: '', message: 'there is no such directory' }] }
    }
  }
  return parseKnowledge(readYamlFiles(directory), today, overlay ? readYamlFiles(overlay) : new Map())
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listYaml } from './files.ts'

/** Where our own knowledge lies, beside the source. */
export const ownKnowledgeDirectory = fileURLToPath(new URL('../../knowledge', import.meta.url))

export interface KnowledgePlace {
  readonly directory: string
  /** A directory of the organisation's own facts, laid over. */
  readonly overlay?: string | undefined
}

/** The files of a knowledge directory: path within it → text. Meshes are `meshes/ID.yaml`. */
export type KnowledgeFiles = ReadonlyMap<string, string>

/** The YAML files below a directory: path within it, with forward slashes → text. */
export const readYamlFiles = (directory: string): KnowledgeFiles =>
  new Map(
    listYaml(directory)
      .entries.filter(({ stats }) => stats?.isFile())
      .map(({ name }) => [name, readFileSync(join(directory, name), 'utf8')]),
  )

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** What `file` keeps under a fingerprint; undefined where it keeps nothing, or what is outdated or can't be read. */
export function readKept<T>(file: string, fingerprint: string): T | undefined {
  try {
    const bytes = readFileSync(file)
    // The fingerprint stands in front, so that what is outdated is not read at all.
    if (bytes.toString('latin1', 0, fingerprint.length) !== fingerprint) return undefined
    const kept: { readonly fingerprint: string; readonly value: T } = deserialize(bytes.subarray(fingerprint.length))
    return kept.fingerprint === fingerprint ? kept.value : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value under a fingerprint: plain data and typed arrays. */
export function keep(file: string, fingerprint: string, value: unknown): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    // Whole or not at all, whoever else writes it.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, Buffer.concat([Buffer.from(fingerprint, 'latin1'), serialize({ fingerprint, value })]))
    renameSync(draft, file)
  } catch {
    // A place that can't be written to costs time, nothing else.
  }
}

/** When each file of a directory was last changed, by name. Throws where one can't be read. */
export const changesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(directory, name)).mtimeMs}`)

export function digest(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length} ${text}`)
  return hash.digest('hex')
}

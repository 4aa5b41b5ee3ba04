import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { isReadable, listYaml } from '../knowledge/files.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Loaded } from '../knowledge/parse.ts'
import { type KnowledgePlace, readYamlFiles } from '../knowledge/yaml-files.ts'

/** The code that the knowledge was checked by: what it kept counts for that code alone. */
const code = fileURLToPath(new URL('../knowledge', import.meta.url))

/**
 * The knowledge at a place, as `directory` keeps it from the last time that it was found sound: reading it back takes a
 * fraction of the time of checking it. It is loaded anew whenever a file of it, the checking code or the day has changed,
 * and whenever what is kept can't be read; where nothing can be kept, every time. `today` is a date as YYYY-MM-DD.
 */
export async function loadKept(place: KnowledgePlace, today: string, directory: string): Promise<Loaded> {
  const file = join(directory, `knowledge-${digest([place.directory, place.overlay ?? ''])}.bin`)
  const fingerprint = fingerprintOf(place, today)
  const kept = fingerprint === undefined ? undefined : readKept(file, fingerprint)
  if (kept) return { ok: true, knowledge: kept }
  const { loadKnowledge } = await import('../knowledge/load.ts')
  const loaded = loadKnowledge(place, today)
  if (loaded.ok && fingerprint !== undefined) keep(file, fingerprint, loaded.knowledge)
  return loaded
}

interface Kept {
  readonly fingerprint: string
  readonly knowledge: Knowledge
}

function readKept(file: string, fingerprint: string): Knowledge | undefined {
  try {
    const bytes = readFileSync(file)
    // The fingerprint stands in front, so that what is outdated is not read at all.
    if (bytes.toString('latin1', 0, fingerprint.length) !== fingerprint) return undefined
    const kept: Kept = deserialize(bytes.subarray(fingerprint.length))
    return kept.fingerprint === fingerprint ? kept.knowledge : undefined
  } catch {
    return undefined
  }
}

function keep(file: string, fingerprint: string, knowledge: Knowledge): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    // Whole or not at all, whoever else writes it.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, Buffer.concat([Buffer.from(fingerprint, 'latin1'), serialize({ fingerprint, knowledge })]))
    renameSync(draft, file)
  } catch {
    // A place that can't be written to costs time, nothing else.
  }
}

/** Of everything that the outcome of a check depends on; undefined where something in a directory can't be read. */
function fingerprintOf({ directory, overlay }: KnowledgePlace, today: string): string | undefined {
  try {
    const places = [directory, ...(overlay === undefined ? [] : [overlay])]
    if (!places.map(listYaml).every(isReadable)) return undefined
    const files = places.flatMap((one) => [...readYamlFiles(one)].flat())
    const sources = readdirSync(code, { recursive: true, encoding: 'utf8' }).sort()
    const stats = sources.map((name) => `${name} ${statSync(join(code, name)).mtimeMs}`)
    return digest([process.version, today, ...files, ...stats])
  } catch {
    return undefined
  }
}

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length} ${text}`)
  return hash.digest('hex')
}

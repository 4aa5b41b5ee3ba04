import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isReadable, listYaml } from '../knowledge/files.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Loaded } from '../knowledge/parse.ts'
import { type KnowledgePlace, readYamlFiles } from '../knowledge/yaml-files.ts'
import { changesIn, digest, keep, readKept } from './kept.ts'

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
  const kept = fingerprint === undefined ? undefined : readKept<Knowledge>(file, fingerprint)
  if (kept) return { ok: true, knowledge: kept }
  const { loadKnowledge } = await import('../knowledge/load.ts')
  const loaded = loadKnowledge(place, today)
  if (loaded.ok && fingerprint !== undefined) keep(file, fingerprint, loaded.knowledge)
  return loaded
}

/** Of everything that the outcome of a check depends on; undefined where something in a directory can't be read. */
function fingerprintOf({ directory, overlay }: KnowledgePlace, today: string): string | undefined {
  try {
    const places = [directory, ...(overlay === undefined ? [] : [overlay])]
    if (!places.map(listYaml).every(isReadable)) return undefined
    const files = places.flatMap((one) => [...readYamlFiles(one)].flat())
    return digest([process.version, today, ...files, ...changesIn(code)])
  } catch {
    return undefined
  }
}

import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'

/** A YAML file of a knowledge directory, or what is named like one and is none: a pipe, a device, a link to nothing. */
export interface YamlEntry {
  /** Path within the directory, with forward slashes. */
  readonly name: string
  /** Undefined for a link to nothing. */
  readonly stats: Stats | undefined
}

/** A directory that files were found in: where it really lies, and which one it is, should another take its place. */
export interface FoundDirectory {
  readonly path: string
  readonly inode: number
}

/** What lies below a directory. */
export interface Listing {
  readonly entries: readonly YamlEntry[]
  readonly directories: readonly FoundDirectory[]
}

/** The largest file that is read, in bytes: twenty times the largest of ours. */
export const largestFile = 4_000_000

/** Links may lead in circles. */
const deepest = 8

/**
 * Lists the YAML files below a directory, by name. Links are followed, as volumes of Kubernetes are made of them; what
 * starts with a dot is left out, as these keep their versions there, and git its own. A directory that isn't there is
 * empty.
 */
export function listYaml(directory: string): Listing {
  const entries: YamlEntry[] = []
  const directories: FoundDirectory[] = []
  const walk = (within: string, depth: number) => {
    const place = join(directory, within)
    const stats = statsOf(place)
    if (!stats?.isDirectory() || depth > deepest) return
    directories.push({ path: realpathSync(place), inode: stats.ino })
    for (const name of readdirSync(place).sort()) {
      if (name.startsWith('.')) continue
      const inner = within === '' ? name : `${within}/${name}`
      const found = statsOf(join(directory, inner))
      if (found?.isDirectory()) walk(inner, depth + 1)
      else if (/\.ya?ml$/.test(name)) entries.push({ name: inner, stats: found })
    }
  }
  walk('', 0)
  return { entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)), directories }
}

/** Whether a directory is there, and all that is named like a YAML file in it can be read as one. */
export const isReadable = ({ entries, directories }: Listing): boolean =>
  directories.length > 0 && entries.every(({ stats }) => stats?.isFile() && stats.size <= largestFile)

/** Undefined where there is nothing, or where nobody can tell, as of a link to itself. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

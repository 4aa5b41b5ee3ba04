import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
const DAY = 24 * 60 * 60 * 1000

/** A file of the built page. */
export interface PageFile {
  contentType: string
  bytes: Buffer
  /** Whether its name changes with its content. */
  immutable: boolean
}

const contentTypes: { readonly [extension: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** The file at a path of the built page. */
export const fileAt = (page: ReadonlyMap<string, PageFile>, path: string): PageFile | undefined =>
  page.get(path === '/' ? '/index.html' : path)

/** The built page by path, built now unless the same sources have been built before. */
export async function loadPage(): Promise<ReadonlyMap<string, PageFile>> {
  const cache = join(root, 'node_modules', '.cache', 'meshwise-playground')
  const built = join(cache, await fingerprint())
  if (!existsSync(built)) await buildInto(cache, built)
  const files = new Map<string, PageFile>()
  for (const entry of await readdir(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(built.length).replaceAll('\\', '/')
    const contentType = contentTypes[entry.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    files.set(path, { contentType, bytes: await readFile(file), immutable: path.startsWith('/assets/') })
  }
  return files
}

// Several processes may build at once, as tests do: each builds aside, and the first to finish counts.
async function buildInto(cache: string, built: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const aside = await mkdtemp(join(cache, 'building-'))
  try {
    const env = { ...process.env, NODE_ENV: 'production' }
    await run(process.execPath, [join(here, 'build-page.ts'), aside], { cwd: root, env })
    await rename(aside, built)
    await forgetOldBuilds(cache)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    if (!existsSync(built)) throw error
  }
}

async function forgetOldBuilds(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name))
    if (Date.now() - mtimeMs > DAY) await rm(join(cache, name), { recursive: true, force: true })
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const entries = await readdir(here, { recursive: true, withFileTypes: true })
  const sources = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of [...sources, join(root, 'package-lock.json')]) hash.update(file).update(await readFile(file))
  return hash.digest('hex').slice(0, 20)
}

import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import packageFile from '../../package.json' with { type: 'json' }
import { ownKnowledgeDirectory } from '../knowledge/yaml-files.ts'
import type { DatabasePlace } from '../storage/location.ts'
import type { DatabaseOptions } from '../storage/open.ts'
import type { Correction } from '../storage/storage.ts'
import { UsageError } from './failures.ts'
import type { Io } from './io.ts'
import { loadKept } from './kept-knowledge.ts'
import { lineWidth } from './line-width.ts'
import { createWeb } from './upstream/web.ts'
import { wantsColor } from './wants-color.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/meshwise', import.meta.url))

/** The terminal, files and environment of a process. What not every command needs is loaded when it is asked for. */
export function processIo({ env, stdout, stderr, stdin }: NodeJS.Process): Io {
  const report = (message: string) => void stderr.write(`${message}\n`)
  const log = { info: report, warn: report }
  const today = new Date().toISOString().slice(0, 10)
  const directory = env.KNOWLEDGE_DIR || ownKnowledgeDirectory
  const place = { directory, overlay: env.KNOWLEDGE_OVERLAY || undefined }
  return {
    write: (text) => stdout.write(text),
    writeError: (text) => stderr.write(text),
    lines: () => createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    columns: lineWidth(env, stdout.columns),
    color: wantsColor(env, stdout.isTTY),
    today,
    version: packageFile.version,
    load: async ({ fresh } = { fresh: false }) => {
      if (!fresh) return loadKept(place, today, cache)
      const { loadKnowledge } = await import('../knowledge/load.ts')
      return loadKnowledge(place, today)
    },
    knowledgeAt: async (revision) => (await import('../knowledge/at-revision.ts')).knowledgeAt(directory, revision),
    corrections: () => correctionsIn(env, log),
    database: databaseOf(env, log),
    readFile: (path) => readFileSync(path, 'utf8'),
    web: createWeb({ token: env.GITHUB_TOKEN || undefined }),
    asker: stdin.isTTY && stderr.isTTY ? async () => (await import('./terminal-asker.ts')).terminalAsker() : undefined,
    createMeshwise: async (knowledge) => {
      const [{ createMeshwise }, { loadKeptModel }] = await Promise.all([
        import('../meshwise.ts'),
        import('./kept-model.ts'),
      ])
      return createMeshwise(knowledge, () => loadKeptModel(cache))
    },
  }
}

type Environment = NodeJS.ProcessEnv
type DatabaseLog = DatabaseOptions['log']

/** The database that the bot writes. */
async function ownDatabase({ DATABASE_URL, MIGRATION_DATABASE_URL }: Environment, log: DatabaseLog) {
  const { defaultDatabase, readConfig } = await import('../config.ts')
  const { database, migrationDatabase } = readConfig({ DATABASE_URL, MIGRATION_DATABASE_URL })
  return { place: DATABASE_URL ? database : defaultDatabase, migrationPlace: migrationDatabase, log }
}

async function correctionsIn(env: Environment, log: DatabaseLog): Promise<readonly Correction[]> {
  const { openStorage } = await import('../storage/open.ts')
  const storage = await openStorage({
    ...(await ownDatabase(env, log)),
    now: () => new Date(),
    newId: crypto.randomUUID,
  })
  try {
    return await storage.corrections.list()
  } finally {
    await storage.close()
  }
}

const databaseOf = (env: Environment, log: DatabaseLog): Io['database'] => ({
  async migrate() {
    const { migrateDatabase } = await import('../storage/maintain.ts')
    return migrateDatabase(await ownDatabase(env, log))
  },
  async check() {
    const { checkDatabase } = await import('../storage/maintain.ts')
    return checkDatabase(await ownDatabase(env, log), new Date())
  },
  async copy(from, to) {
    const { copyDatabase } = await import('../storage/maintain.ts')
    return copyDatabase({ place: await placeOf('FROM', from), log }, { place: await placeOf('TO', to), log })
  },
})

async function placeOf(name: string, url: string): Promise<DatabasePlace> {
  const { locateDatabase } = await import('../storage/location.ts')
  const location = locateDatabase(url)
  if (location.ok) return location.place
  throw new UsageError(`${name} ${location.problem}`)
}

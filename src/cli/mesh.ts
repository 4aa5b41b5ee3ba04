import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import packageFile from '../../package.json' with { type: 'json' }
import { defaultDatabase, readConfig } from '../config.ts'
import { knowledgeAt } from '../knowledge/at-revision.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../knowledge/load.ts'
import { createMeshwise } from '../meshwise.ts'
import { type DatabasePlace, locateDatabase } from '../storage/location.ts'
import { checkDatabase, copyDatabase, migrateDatabase } from '../storage/maintain.ts'
import { type DatabaseOptions, openStorage } from '../storage/open.ts'
import { UsageError } from './failures.ts'
import { lineWidth } from './line-width.ts'
import { run } from './run.ts'
import { terminalAsker } from './terminal-asker.ts'
import { createWeb } from './upstream/web.ts'
import { wantsColor } from './wants-color.ts'

const { env, stdout, stderr, stdin, argv } = process
const report = (message: string) => void stderr.write(`${message}\n`)
const log = { info: report, warn: report }

/** The database that the bot writes. */
function ownDatabase(): DatabaseOptions {
  const { DATABASE_URL, MIGRATION_DATABASE_URL } = env
  const { database, migrationDatabase } = readConfig({ DATABASE_URL, MIGRATION_DATABASE_URL })
  return { place: DATABASE_URL ? database : defaultDatabase, migrationPlace: migrationDatabase, log }
}

function placeOf(name: string, url: string): DatabasePlace {
  const location = locateDatabase(url)
  if (location.ok) return location.place
  throw new UsageError(`${name} ${location.problem}`)
}

const today = new Date().toISOString().slice(0, 10)
const directory = env.KNOWLEDGE_DIR || ownKnowledgeDirectory

// A reader that has seen enough, such as head, closes the pipe: that is no failure.
stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
  process.exit(0)
})

process.exitCode = await run(argv.slice(2), {
  write: (text) => stdout.write(text),
  writeError: (text) => stderr.write(text),
  lines: () => createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  columns: lineWidth(env, stdout.columns),
  color: wantsColor(env, stdout.isTTY),
  today,
  version: packageFile.version,
  load: () => loadKnowledge({ directory, overlay: env.KNOWLEDGE_OVERLAY || undefined }, today),
  knowledgeAt: (revision) => knowledgeAt(directory, revision),
  corrections: async () => {
    const storage = await openStorage({ ...ownDatabase(), now: () => new Date(), newId: randomUUID })
    try {
      return await storage.corrections.list()
    } finally {
      await storage.close()
    }
  },
  database: {
    migrate: () => migrateDatabase(ownDatabase()),
    check: () => checkDatabase(ownDatabase(), new Date()),
    copy: (from, to) => copyDatabase({ place: placeOf('FROM', from), log }, { place: placeOf('TO', to), log }),
  },
  readFile: (path) => readFileSync(path, 'utf8'),
  web: createWeb({ token: env.GITHUB_TOKEN || undefined }),
  asker: stdin.isTTY && stderr.isTTY ? terminalAsker() : undefined,
  createMeshwise,
})

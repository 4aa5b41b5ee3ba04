import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import packageFile from '../../package.json' with { type: 'json' }
import { defaultDatabase, readConfig } from '../config.ts'
import { knowledgeAt } from '../knowledge/at-revision.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../knowledge/load.ts'
import { createMeshwise } from '../meshwise.ts'
import { openStorage } from '../storage/open.ts'
import { lineWidth } from './line-width.ts'
import { run } from './run.ts'
import { terminalAsker } from './terminal-asker.ts'
import { createWeb } from './upstream/web.ts'
import { wantsColor } from './wants-color.ts'

const { env, stdout, stderr, stdin, argv } = process
const report = (message: string) => void stderr.write(`${message}\n`)
const log = { info: report, warn: report }
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
    const place = env.DATABASE_URL ? readConfig({ DATABASE_URL: env.DATABASE_URL }).database : defaultDatabase
    const storage = await openStorage({ place, log, now: () => new Date(), newId: randomUUID })
    try {
      return await storage.corrections.list()
    } finally {
      await storage.close()
    }
  },
  readFile: (path) => readFileSync(path, 'utf8'),
  web: createWeb({ token: env.GITHUB_TOKEN || undefined }),
  asker: stdin.isTTY && stderr.isTTY ? terminalAsker() : undefined,
  createMeshwise,
})

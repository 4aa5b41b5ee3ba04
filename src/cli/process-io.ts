import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import packageFile from '../../package.json' with { type: 'json' }
import { ownKnowledgeDirectory } from '../knowledge/yaml-files.ts'
import type { Correction } from '../storage/storage.ts'
import type { Io } from './io.ts'
import { loadKept } from './kept-knowledge.ts'
import { lineWidth } from './line-width.ts'
import { createWeb } from './upstream/web.ts'
import { wantsColor } from './wants-color.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/meshwise', import.meta.url))

/** The terminal, files and environment of a process. What not every command needs is loaded when it is asked for. */
export function processIo({ env, stdout, stderr, stdin }: NodeJS.Process): Io {
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
    corrections: () => correctionsIn(env.DATABASE_URL),
    readFile: (path) => readFileSync(path, 'utf8'),
    web: createWeb({ token: env.GITHUB_TOKEN || undefined }),
    asker: stdin.isTTY && stderr.isTTY ? async () => (await import('./terminal-asker.ts')).terminalAsker() : undefined,
    createMeshwise: async (knowledge) => (await import('../meshwise.ts')).createMeshwise(knowledge),
  }
}

async function correctionsIn(databaseUrl: string | undefined): Promise<readonly Correction[]> {
  const { defaultDatabase, readConfig } = await import('../config.ts')
  const { openStorage } = await import('../storage/open.ts')
  const file = databaseUrl ? readConfig({ DATABASE_URL: databaseUrl }).database : defaultDatabase
  const storage = await openStorage({ file, now: () => new Date(), newId: crypto.randomUUID })
  try {
    return await storage.corrections.list()
  } finally {
    await storage.close()
  }
}

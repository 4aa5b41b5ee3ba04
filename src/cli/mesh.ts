import { createInterface } from 'node:readline'
import { loadKnowledge, ownKnowledgeDirectory } from '../knowledge/load.ts'
import { createMeshwise } from '../meshwise.ts'
import { run } from './run.ts'
import { wantsColor } from './wants-color.ts'

const { env, stdout, stderr, stdin, argv } = process
const today = new Date().toISOString().slice(0, 10)

// A reader that has seen enough, such as head, closes the pipe: that is no failure.
stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
  process.exit(0)
})

process.exitCode = await run(argv.slice(2), {
  write: (text) => stdout.write(text),
  writeError: (text) => stderr.write(text),
  lines: () => createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  columns: stdout.columns ?? 80,
  color: wantsColor(env, stdout.isTTY),
  today,
  load: () =>
    loadKnowledge(
      { directory: env.KNOWLEDGE_DIR || ownKnowledgeDirectory, overlay: env.KNOWLEDGE_OVERLAY || undefined },
      today,
    ),
  createMeshwise,
})

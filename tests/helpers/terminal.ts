import { readFileSync } from 'node:fs'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Loaded } from '../../src/knowledge/parse.ts'
import type { Meshwise, Reply } from '../../src/meshwise.ts'
import type { Question, ThreadContext } from '../../src/questions/question.ts'
import { examples } from './answers.ts'
import { smallKnowledge } from './knowledge.ts'
import { commandsOf } from './run-command.ts'

const reading: Question = {
  intent: 'fact',
  meshes: ['istio'],
  named: ['istio'],
  topics: ['circuit-breaking', 'retries'],
  groups: [],
  traits: [],
  grounded: true,
  namesTopic: true,
  modes: [],
  sizes: {},
  aspect: 'can',
  focus: [],
  content: [],
  words: [],
  shares: new Map(),
  order: 'best',
  negated: false,
  confidence: 0.9,
  alternatives: ['retries'],
  evidence: [{ words: 'w breaker', means: 'topic circuit-breaking', weight: 1.5 }],
}

const commands = commandsOf(smallKnowledge)

/** Stands in for the understanding: knows every command, and questions about Istio. */
const fakeMeshwise = (_knowledge: Knowledge): Meshwise => ({
  read: () => ({ command: examples['fact-supported'].answer.command, question: reading }),
  parse: (text) => ({ command: commands.parse(text) }),
  answer: (command): Reply => ({ answer: commands.answer(command) }),
  reply: ({ command }): Reply => ({ answer: commands.answer(command) }),
  ask: (text, context): Reply => {
    const known = text.includes('istio') || context?.meshes.includes('istio')
    if (!known) {
      const { answer } = examples['not-covered']
      return { answer, question: { ...reading, intent: 'none', meshes: [], topics: [] } }
    }
    const next: ThreadContext = { intent: 'fact', meshes: ['istio'], topics: [], mentioned: ['istio'], sizes: {} }
    return { answer: examples['fact-supported'].answer, question: reading, context: next }
  },
})

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

const noNetwork = () => Promise.reject(new Error('no test goes to the network'))

const noDatabase = () => Promise.reject(new Error('no test has a database here'))

/** Runs a command line in a terminal made of strings. */
export async function inTerminal(
  argv: readonly string[],
  { stdin = '', load, ...rest }: Partial<Omit<Io, 'load'>> & { stdin?: string; load?: () => Loaded } = {},
): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    write: (text) => out.push(text),
    writeError: (text) => err.push(text),
    lines: async function* () {
      yield* stdin.split('\n')
    },
    columns: 80,
    color: false,
    today: '2026-11-23',
    version: '1.2.3',
    load: load ?? (() => ({ ok: true, knowledge: smallKnowledge })),
    knowledgeAt: () => smallKnowledge,
    corrections: async () => [],
    database: { migrate: async () => [], check: noDatabase, copy: noDatabase },
    readFile: (path) => readFileSync(path, 'utf8'),
    web: { read: noNetwork, probe: noNetwork },
    createMeshwise: fakeMeshwise,
    ...rest,
  }
  return { code: await run(argv, io), out: out.join(''), err: err.join('') }
}

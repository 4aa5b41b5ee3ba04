import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { intents } from '../../src/questions/question.ts'

const expectSchema = z.object({
  intent: z.enum(intents),
  also_ok: z.array(z.enum(intents)),
  meshes: z.array(z.string()),
  topics: z.array(z.string()),
  topics_ok: z.array(z.string()),
})
const singleSchema = z.object({
  id: z.string(),
  q: z.string(),
  expect: expectSchema,
  difficulty: z.enum(['easy', 'medium', 'hard']),
})
const threadSchema = z.object({ id: z.string(), turns: z.array(z.object({ q: z.string(), expect: expectSchema })) })

export type Expected = z.infer<typeof expectSchema>
export type Single = z.infer<typeof singleSchema>
export type Thread = z.infer<typeof threadSchema>

const linesOf = (name: string): unknown[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** The labelled questions that were not trained on. */
export const readSingles = (): Single[] => linesOf('single.jsonl').map((line) => singleSchema.parse(line))
export const readThreads = (): Thread[] => linesOf('threads.jsonl').map((line) => threadSchema.parse(line))

export interface Understood {
  readonly intent: string
  readonly meshes: readonly string[]
  readonly topics: readonly string[]
}

export interface Verdict {
  readonly intent: boolean
  /** Undefined where it isn't judged: no topic expected, or a refusal that is acceptable. */
  readonly topic: boolean | undefined
  readonly meshes: boolean | undefined
  readonly all: boolean
}

/** Judges a reading by the labelling rules: alternatives count as right, and a refusal has neither meshes nor topics. */
export function judge(expected: Expected, got: Understood): Verdict {
  const intent = got.intent === expected.intent || expected.also_ok.some((ok) => ok === got.intent)
  if (got.intent === 'none' && intent && expected.intent !== 'none') {
    return { intent, topic: undefined, meshes: undefined, all: true }
  }
  const topic =
    expected.topics.length === 0
      ? undefined
      : [...expected.topics, ...expected.topics_ok].includes(got.topics[0] ?? 'none given')
  const meshes = sameSet(expected.meshes, got.meshes)
  return { intent, topic, meshes, all: intent && topic !== false && meshes }
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === new Set(other).size && one.every((item) => other.includes(item))

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { intents } from '../../src/questions/question.ts'

/** The ways to leave a question unanswered: `none` says so, the others say what to do instead. */
export const unanswered = ['none', 'help', 'troubleshoot', 'neighbour'] as const
const labels = z.enum([...new Set([...intents, ...unanswered])])

const expectSchema = z.object({
  intent: labels,
  also_ok: z.array(labels),
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
const sourceSchema = z.url({ protocol: /^https$/ })
const foundSchema = singleSchema
  .omit({ difficulty: true })
  .extend({ source: sourceSchema, kind: z.string(), kept: z.boolean() })
const foundThreadSchema = threadSchema.extend({ source: z.array(sourceSchema), kept: z.boolean() })

export type Expected = z.infer<typeof expectSchema>
export type Single = z.infer<typeof singleSchema>
export type Thread = z.infer<typeof threadSchema>
export type Found = z.infer<typeof foundSchema>
export type FoundThread = z.infer<typeof foundThreadSchema>

/** The lines of a file of questions in this folder, to be parsed. */
export const linesOf = (name: string): unknown[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** The labelled questions that were not trained on. */
export const readSingles = (): Single[] => linesOf('single.jsonl').map((line) => singleSchema.parse(line))
export const readThreads = (): Thread[] => linesOf('threads.jsonl').map((line) => threadSchema.parse(line))

/** Questions as people wrote them in public, each with its source. `kept` ones are for reporting only. */
export const readFound = (): Found[] => linesOf('found.jsonl').map((line) => foundSchema.parse(line))
export const readFoundThreads = (): FoundThread[] =>
  linesOf('found-threads.jsonl').map((line) => foundThreadSchema.parse(line))

const storySchema = z.object({
  id: z.string(),
  q: z.string(),
  mesh: z.string(),
  topics: z.array(z.string()).min(1),
  source: sourceSchema,
  kept: z.boolean(),
})
export type Story = z.infer<typeof storySchema>

/** Longer texts from issues, each with the topics whose facts answer it: what they ask is one thing of the many they name. */
export const readStories = (): Story[] => linesOf('stories.jsonl').map((line) => storySchema.parse(line))

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

export const isUnanswered = (intent: string): boolean => unanswered.some((one) => one === intent)

/** Judges a reading by the labelling rules: alternatives count as right, and what is left unanswered has neither meshes nor topics. */
export function judge(expected: Expected, got: Understood): Verdict {
  const intent = got.intent === expected.intent || expected.also_ok.some((ok) => ok === got.intent)
  const refusedBoth = got.intent === 'none' && expected.intent === 'none'
  if (isUnanswered(got.intent) && intent && !refusedBoth) {
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

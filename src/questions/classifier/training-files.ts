import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Labelled, labelledSchema } from './training.ts'

const singleFiles = [
  'facts.jsonl',
  'topics-2.jsonl',
  'intents.jsonl',
  'field.jsonl',
  'forum.jsonl',
  'forum-2.jsonl',
  'forum-3.jsonl',
  'border.jsonl',
  'near-misses.jsonl',
  'out-of-scope.jsonl',
] as const
const threadFiles = ['threads.jsonl', 'more-threads.jsonl'] as const
const threadSchema = z.object({ turns: z.array(labelledSchema) })

const textOf = (name: string): string => readFileSync(new URL(`training/${name}`, import.meta.url), 'utf8')
const linesOf = (name: string): unknown[] =>
  textOf(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** The labelled questions that the model is trained on. Of a thread only the first turn stands by itself. */
export function readTrainingFiles(): {
  questions: readonly Labelled[]
  threads: readonly { turns: readonly Labelled[] }[]
} {
  const threads = threadFiles.flatMap((name) => linesOf(name).map((line) => threadSchema.parse(line)))
  const singles = singleFiles.flatMap((name) => linesOf(name).map((line) => labelledSchema.parse(line)))
  return { questions: [...singles, ...threads.flatMap(({ turns }) => turns.slice(0, 1))], threads }
}

/** All that the training files hold. */
export const trainingText = (): string => [...singleFiles, ...threadFiles].map(textOf).join('\n')

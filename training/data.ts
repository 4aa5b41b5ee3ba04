import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Intent, intents } from '../src/questions/question.ts'

const labelledSchema = z.object({
  q: z.string().min(1),
  intent: z.enum(intents),
  meshes: z.array(z.string()),
  topics: z.array(z.string()),
})
/** A question with what it means. */
export type Labelled = z.infer<typeof labelledSchema>

const threadSchema = z.object({ turns: z.array(labelledSchema) })
/** A conversation, each turn with what it means. */
export type LabelledThread = z.infer<typeof threadSchema>

const lineSchema = z.object({ q: z.string().min(1), mesh: z.string(), topic: z.string(), answers: z.array(z.string()) })
/** A question on one topic of one mesh with the lines of that fact which answer it, as they stood: none where none does. */
export type LabelledLine = z.infer<typeof lineSchema>

const refusals: readonly Intent[] = ['none']
/** The files of single questions, with the intents that each may teach. */
const singleFiles: readonly { name: string; teaches: readonly Intent[] }[] = [
  { name: 'facts', teaches: ['fact'] },
  { name: 'intents', teaches: intents.filter((intent) => intent !== 'fact' && intent !== 'none') },
  { name: 'near-misses', teaches: refusals },
  { name: 'out-of-scope', teaches: refusals },
]
const threadFile = 'threads'
const lineFile = 'lines'

const textOf = (name: string): string => readFileSync(new URL(`data/${name}.jsonl`, import.meta.url), 'utf8')
const linesOf = (name: string): unknown[] =>
  textOf(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

export interface TrainingData {
  readonly questions: readonly Labelled[]
  readonly threads: readonly LabelledThread[]
  readonly lines: readonly LabelledLine[]
}

/** The labelled questions and conversations. Of a thread only the first turn stands by itself. */
export function readTrainingData(): TrainingData {
  const lines = linesOf(lineFile).map((line) => lineSchema.parse(line))
  const threads = linesOf(threadFile).map((line) => threadSchema.parse(line))
  const singles = singleFiles.flatMap(({ name, teaches }) => {
    const schema = labelledSchema.refine(({ intent }) => teaches.includes(intent), `${name}.jsonl is for other intents`)
    return linesOf(name).map((line) => schema.parse(line))
  })
  const onLines = lines.map(({ q, mesh, topic }): Labelled => ({ q, intent: 'fact', meshes: [mesh], topics: [topic] }))
  const openings = threads.flatMap(({ turns }) => turns.slice(0, 1))
  return { questions: [...singles, ...openings, ...onLines], threads, lines }
}

/** All that the training files hold. */
export const trainingText = (): string =>
  [...singleFiles.map(({ name }) => name), lineFile, threadFile].map(textOf).join('\n')

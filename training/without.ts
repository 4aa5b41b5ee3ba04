import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { readModel } from '../src/questions/classifier/model.ts'
import { createReader } from '../src/questions/reading.ts'
import { createUnderstanding } from '../src/questions/understand.ts'
import type { Words } from '../src/questions/words.ts'
import type { Labelled, LabelledThread } from './data.ts'
import { trainModel } from './train-model.ts'
import type { Stage } from './train-understanding.ts'

/** What became of the questions on a topic. */
export interface FoundWithout {
  readonly questions: number
  /** By what they were read as: the topic that comes first, or none, the most frequent first. */
  readonly as: readonly (readonly [topic: string, count: number])[]
}

/** How well a topic is found by its words alone: trains without it, then reads the questions that would have taught it. */
export function foundWithout(
  topic: string,
  knowledge: Knowledge,
  words: Words,
  { questions, threads }: { questions: readonly Labelled[]; threads: readonly LabelledThread[] },
  stage: Stage,
): FoundWithout {
  const isOn = ({ topics }: Labelled): boolean => topics.includes(topic)
  const rest = { ...knowledge, topics: knowledge.topics.filter(({ id }) => id !== topic) }
  const others = {
    questions: questions.filter((question) => !isOn(question)),
    threads: threads.filter(({ turns }) => !turns.some(isOn)),
  }
  const { model } = trainModel(rest, createReader(rest, words), others, { reader: '', knowledge: '' }, stage)
  const { understand } = createUnderstanding(knowledge, createReader(knowledge, words), readModel(model))

  const counts = new Map<string, number>()
  const asked = questions.filter(({ topics }) => topics[0] === topic)
  for (const { q } of asked) {
    const { intent, topics } = understand(q).question
    const as = intent === 'none' ? 'out of scope' : (topics[0] ?? 'no topic in particular')
    counts.set(as, (counts.get(as) ?? 0) + 1)
  }
  return { questions: asked.length, as: [...counts].sort((a, b) => b[1] - a[1]) }
}

import { aboutOf } from '../../src/commands/table.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import type { ThreadContext } from '../../src/questions/question.ts'
import { type AnswerCheck, createAsker, faultsOf, type Given, readAnswerChecks } from './answer-checks.ts'
import { readFound, readFoundThreads, readStories } from './labelled.ts'
import { type Read, readSingle, readThread } from './score.ts'

/** Of what is measured on, the half that may be looked at, or the one kept for reporting. */
export type Half = 'visible' | 'kept'

/** Whether something is in a half. */
export const inHalf =
  (half: Half) =>
  ({ kept }: { readonly kept: boolean }): boolean =>
    kept === (half === 'kept')

type Understand = (text: string, context?: ThreadContext) => { got: Read['got']; context: ThreadContext | undefined }

/** Questions as people wrote them, as they are read. */
export const readFoundSingles = (half: Half, understand: Understand): Read[] =>
  readFound()
    .filter(inHalf(half))
    .map((one) => readSingle(one, (text) => understand(text).got))

/** The turns of conversations as people had them, as they are read. */
export const readFoundTurns = (half: Half, understand: Understand): Read[] =>
  readFoundThreads()
    .filter(inHalf(half))
    .flatMap((thread) => readThread(thread, understand))

/** A check with the answer that it was held against. */
export interface Checked {
  readonly check: AnswerCheck
  readonly given: Given
  readonly faults: readonly string[]
}

/** Every check of a half with the answer that our own knowledge gives. */
export function checkAnswers(half: Half, knowledge: Knowledge): Checked[] {
  const ask = createAsker(knowledge)
  return readAnswerChecks()
    .filter(inHalf(half))
    .map((check) => {
      const given = ask(check.q, check.context)
      return { check, given, faults: faultsOf(check, given) }
    })
}

/** How long the answers to the questions of a half are, in lines of a terminal, shortest first. */
export function answerLengths(half: Half, knowledge: Knowledge): number[] {
  const ask = createAsker(knowledge)
  return readFound()
    .filter(inHalf(half))
    .map(({ q }) => ask(q).lines)
    .sort((one, other) => one - other)
}

/** Of how many stories the topic is told by their turn of phrase alone, and by what they are answered from. */
export function storiesTold(half: Half, knowledge: Knowledge) {
  const { ask, read } = createMeshwise(knowledge)
  const stories = readStories().filter(inHalf(half))
  const told = stories.map(({ q, topics }) => {
    const likeliest = [...(ask(q).question?.shares ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
    const answered = aboutOf(read(q).command, knowledge).topics
    return { byPhrase: topics.includes(likeliest), asAnswered: topics.some((topic) => answered[0] === topic) }
  })
  const count = (is: (one: (typeof told)[number]) => boolean) => told.filter(is).length
  return {
    stories: stories.length,
    byPhrase: count(({ byPhrase }) => byPhrase),
    asAnswered: count(({ asAnswered }) => asAnswered),
  }
}

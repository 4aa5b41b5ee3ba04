import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Question } from '../questions/question.ts'
import type { Command, Doubt } from './command.ts'
import { coverageOf } from './coverage.ts'
import { known, nameUnexplained } from './not-covered.ts'
import { type Reading, sureFrom } from './question-reading.ts'

/** How many other readings are offered. */
const otherReadings = 2

/**
 * A reading is doubted below this confidence, and up to the second where what is told leaves a good part of the question
 * out. Found on 50 questions that people asked in public, whose answers were graded by hand: of those graded misleading
 * nearly all lay below, of those graded good nearly all above.
 */
const doubted = { below: sureFrom, uncovered: { below: 0.8, coverage: 0.65 } } as const

/** A fact, in doubt where the question was hardly read so, or where it leaves a good part of the question out. */
export function weighed(fact: Command<'fact'>, question: Question, reading: Reading, isSure: boolean): Command {
  if (!isDoubtful(question, fact, reading, isSure)) return fact
  // Of several topics in doubt the likeliest is told, and the others are offered.
  const [topic = '', ...others] = fact.topics
  const alternatives = [...others, ...question.alternatives]
  return inDoubt({ ...fact, topics: [topic] }, { ...question, alternatives }, reading.knowledge)
}

function isDoubtful(question: Question, fact: Command<'fact'>, reading: Reading, isSure: boolean): boolean {
  const { confidence, focus } = question
  // Where no mesh is named, a name that nothing explains may be what is asked about.
  if (fact.meshes.length === 0 && nameUnexplained(focus, reading) !== undefined) return true
  if (confidence < doubted.below) return !isSure
  const { below, coverage } = doubted.uncovered
  return confidence < below && coverageOfFact(question, fact, reading) < coverage
}

function coverageOfFact({ content }: Question, { meshes, topics }: Command<'fact'>, reading: Reading): number {
  const ofMeshes = meshes.length > 0 ? meshes : reading.knowledge.meshes.map(({ id }) => id)
  const facts = ofMeshes.flatMap((mesh) => topics.map((topic) => reading.facts.of(mesh, topic)))
  return coverageOf(content, topics, facts, reading)
}

/** A command with what else may have been meant. */
export const inDoubt = (
  command: Command,
  { alternatives }: Question,
  { topics }: Knowledge,
): Command & { readonly doubt: Doubt } => ({
  ...command,
  doubt: { perhaps: known(alternatives, topics).slice(0, otherReadings) },
})

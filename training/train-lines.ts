import type { Fact } from '../src/facts/fact.ts'
import { sameStems } from '../src/facts/stems.ts'
import type { LineIndex } from '../src/lines/line-index.ts'
import { type LineModelFile, lineModelRow, readLineModel } from '../src/lines/line-model.ts'
import { lineRanking } from '../src/lines/line-ranking.ts'
import { type AskedOfLines, pairsOfFact, type TakePair } from '../src/lines/pairs.ts'
import { softmax } from '../src/questions/classifier/softmax.ts'
import { byFold, folds } from './folds.ts'
import { numberOf, shuffled } from './stable-order.ts'
import type { Stage } from './train-understanding.ts'

/** A question with the facts that it may be on, and the ids of the lines of one of them that answer it. */
export interface LineExample {
  readonly asked: AskedOfLines
  /** The one that it is on first, then others of the same mesh. */
  readonly facts: readonly [Fact, ...Fact[]]
  readonly answers: ReadonlySet<string>
  /** How likely each topic is by the turn of phrase of questions without this one, 0 to 1. */
  readonly shares: ReadonlyMap<string, number>
  /** Examples of a group are left out together: those on one topic, so that what is learned holds for others. */
  readonly group: string
}

/** All found by cross-validation: more of anything reads the lines of topics that were left out no better. */
const epochs = 12
const learningRate = 0.05
const shrinkage = 5e-3
/** A word and what a line tells that met in fewer right answers say nothing of others. */
const rarest = 5
const step = 0.05

interface Compiled {
  readonly number: number
  readonly lines: readonly { readonly isAnswer: boolean; readonly rows: Int32Array; readonly amounts: Float32Array }[]
}

/** The weights of pairs of a question's word and what a line tells. */
type Weights = ReadonlyMap<string, ReadonlyMap<string, number>>

/** A line that may answer a question, with its pairs. */
interface Candidate {
  readonly isAnswer: boolean
  each(take: TakePair): void
}

/**
 * Learns which lines answer which questions: of the lines of all facts that a question may be on the one that answers is
 * to come first (a softmax over them), by stochastic gradient descent with AdaGrad's step sizes. Deterministic.
 */
function fitLines(
  examples: readonly LineExample[],
  index: LineIndex,
  sameAs: (stem: string) => readonly string[],
): Weights {
  const candidatesOf = ({ asked, facts, answers, shares }: LineExample): Candidate[] =>
    facts.flatMap((fact, at) => {
      const share = shares.get(fact.topic.id) ?? 0
      const { lines, each } = pairsOfFact({ ...asked, share }, index.of(fact), index, sameAs)
      return lines.map((one) => ({
        isAnswer: at === 0 && answers.has(one.line.id),
        each: (take: TakePair) => each(one, take),
      }))
    })
  const rows = frequentPairs(examples, candidatesOf)
  const compiled = examples.map(
    (example): Compiled => ({
      number: numberOf(`${example.facts[0].mesh.id} ${example.facts[0].topic.id} ${example.asked.words.join(' ')}`),
      lines: candidatesOf(example).map(({ isAnswer, each }) => {
        const known: { row: number; amount: number }[] = []
        each((word, told, amount) => {
          const row = rows.get(`${word} ${told}`)
          if (row !== undefined) known.push({ row, amount })
        })
        return {
          isAnswer,
          rows: Int32Array.from(known, ({ row }) => row),
          amounts: Float32Array.from(known, ({ amount }) => amount),
        }
      }),
    }),
  )
  const weights = descend(compiled, rows.size)
  const byWord = new Map<string, Map<string, number>>()
  for (const [pair, row] of rows) {
    const [word = '', told = ''] = pair.split(' ')
    const its = byWord.get(word) ?? new Map<string, number>()
    byWord.set(word, its.set(told, weights[row] ?? 0))
  }
  return byWord
}

function descend(examples: readonly Compiled[], size: number): Float64Array {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { lines } of shuffled(examples, epoch)) {
      const shares = softmax(
        lines.map(({ rows, amounts }) =>
          rows.reduce((sum, row, at) => sum + (weights[row] ?? 0) * (amounts[at] ?? 0), 0),
        ),
      )
      const right = lines.reduce((sum, { isAnswer }, at) => (isAnswer ? sum + (shares[at] ?? 0) : sum), 0)
      for (const [at, { isAnswer, rows, amounts }] of lines.entries()) {
        const share = shares[at] ?? 0
        const error = share - (isAnswer ? share / right : 0)
        if (Math.abs(error) < 1e-4) continue
        for (let one = 0; one < rows.length; one++) {
          const row = rows[one] ?? 0
          const gradient = error * (amounts[one] ?? 0) + shrinkage * (weights[row] ?? 0)
          const square = (squares[row] ?? 0) + gradient * gradient
          squares[row] = square
          weights[row] = (weights[row] ?? 0) - (learningRate * gradient) / Math.sqrt(square + 1e-2)
        }
      }
    }
  }
  return weights
}

/** The pairs that met often enough in right answers, numbered. */
function frequentPairs(
  examples: readonly LineExample[],
  candidatesOf: (example: LineExample) => readonly Candidate[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const example of examples) {
    const met = new Set<string>()
    const { facts } = example
    for (const { isAnswer, each } of candidatesOf({ ...example, facts: [facts[0]] }))
      if (isAnswer) each((word, told) => met.add(`${word} ${told}`))
    for (const pair of met) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return new Map([...counts].filter(([, count]) => count >= rarest).map(([pair], row) => [pair, row]))
}

/** A model of lines, and how often it was right about topics that were left out. */
export interface TrainedLines {
  readonly model: LineModelFile
  /** Shares, 0 to 1: the likeliest line of the right fact, and the likeliest of all facts, is one that answers. */
  readonly ofFact: number
  readonly ofAll: number
}

/** Trains which lines answer which questions. */
export function trainLines(
  examples: readonly LineExample[],
  index: LineIndex,
  sameWords: readonly (readonly string[])[],
  stage: Stage,
): TrainedLines {
  const sameAs = sameStems(sameWords)
  const judged = byFold(examples, (rest, fold, number) =>
    stage(`lines without fold ${number} of ${folds}`, () => {
      const { rank } = lineRanking(index, readLineModel(packLines(fitLines(rest, index, sameAs))), sameWords)
      return fold.map(({ asked, facts, answers, shares }) => {
        const [right] = facts
        const likely = facts.filter((fact) => shares.has(fact.topic.id))
        const [ofFact] = rank(asked, [right])
        const [ofAll] = rank(asked, likely, (topic) => shares.get(topic) ?? 0)
        return {
          ofFact: answers.has(ofFact?.line.id ?? ''),
          ofAll: ofAll?.fact === right && answers.has(ofAll.line.id),
        }
      })
    }),
  )
  const share = (is: (one: (typeof judged)[number]) => boolean) => judged.filter(is).length / judged.length
  return {
    model: stage('lines', () => packLines(fitLines(examples, index, sameAs))),
    ofFact: share(({ ofFact }) => ofFact),
    ofAll: share(({ ofAll }) => ofAll),
  }
}

/** The model as it is written to its file: weights in whole steps, words and what lines tell in order. */
function packLines(weights: Weights): LineModelFile {
  const words = [...weights]
    .map(([word, its]) => {
      const steps = [...its].map(([told, weight]) => [told, Math.round(weight / step)] as const)
      return { word, steps: steps.filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1)) }
    })
    .filter(({ steps }) => steps.length > 0)
    .sort((a, b) => (a.word < b.word ? -1 : 1))
  return { step, words: words.map(({ word, steps }) => lineModelRow(word, steps)) }
}

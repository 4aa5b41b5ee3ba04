import type { Fact } from '../facts/fact.ts'
import type { Line } from '../facts/lines.ts'
import { sameStems } from '../facts/stems.ts'
import { softmax } from '../questions/classifier/softmax.ts'
import type { LineIndex } from './line-index.ts'
import type { LineModel } from './line-model.ts'
import { type AskedOfLines, pairsOfFact } from './pairs.ts'

/** A line of a fact with how likely it is the one that answers. */
export interface RankedLine {
  readonly fact: Fact
  readonly line: Line
  /** Comparable among lines of all facts. */
  readonly score: number
  /** 0 to 1, among the lines that it was ranked with. */
  readonly p: number
  /** The words of the question that it has, each with its share of all that the question says. */
  readonly met: ReadonlyMap<string, number>
}

/** Tells which line of some facts answers a question. */
export interface LineRanking {
  /**
   * All lines of some facts, the likeliest answer first. `shareOf` says how likely the topic of each is by turn of phrase,
   * 0 to 1, where several topics are ranked together.
   */
  rank(asked: AskedOfLines, facts: readonly Fact[], shareOf?: (topic: string) => number): readonly RankedLine[]
}

/**
 * The questions that it was learned from are spread over all lines of a fact; those of people are more often on what a
 * fact says first, and hardly ever on the name of a setting alone, or on what is only believed. Found on questions that
 * people asked in public, half of which were not looked at.
 */
const oftener = { opening: 1, via: -1.5, belief: -0.75, unconfirmed: -0.75 } as const

const habitOf = ({ kind, id }: Line): number =>
  kind === 'via' || kind === 'belief' || kind === 'unconfirmed' ? oftener[kind] : id === first ? oftener.opening : 0

const first = 'statement.1'

/** Builds the ranking from what was learned. `sameWords` are groups of words of which each stands for the others. */
export function lineRanking(
  index: LineIndex,
  model: LineModel,
  sameWords: readonly (readonly string[])[] = [],
): LineRanking {
  const sameAs = sameStems(sameWords)
  const isKnown = (word: string) => model.weightsOf(word) !== undefined
  const rank: LineRanking['rank'] = (asked, facts, shareOf = () => 1) => {
    const scored = facts.flatMap((fact) => {
      const { lines, each, met } = pairsOfFact(
        { ...asked, share: shareOf(fact.topic.id) },
        index.of(fact),
        index,
        sameAs,
        isKnown,
      )
      return lines.map((one) => {
        let score = habitOf(one.line)
        each(one, (word, told, amount) => (score += amount * (model.weightsOf(word)?.get(told) ?? 0)))
        return { fact, line: one.line, score, met: met(one) }
      })
    })
    const shares = softmax(scored.map(({ score }) => score))
    return scored.map((one, at) => ({ ...one, p: shares[at] ?? 0 })).sort((a, b) => b.score - a.score)
  }
  return { rank }
}

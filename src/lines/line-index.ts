import type { Fact } from '../facts/fact.ts'
import { wordsOf } from '../facts/line-words.ts'
import { type Line, linesOf } from '../facts/lines.ts'
import { stemming } from '../facts/stems.ts'
import { cuesIn } from './cues.ts'

/** A line with what is looked at to see what it answers. */
export interface IndexedLine {
  readonly line: Line
  readonly stems: ReadonlySet<string>
  readonly cues: readonly string[]
  /** Its place in its fact, from 0. */
  readonly place: number
}

/** The lines of one fact, and how many of them have a stem. */
export interface IndexedFact {
  readonly lines: readonly IndexedLine[]
  readonly having: ReadonlyMap<string, number>
}

/** The lines of all facts, and how rare words are in them. */
export interface LineIndex {
  of(fact: Fact): IndexedFact
  /** The natural logarithm of all lines by those that have a stem, up to a bound; the bound where none has it. */
  rarityOf(stem: string): number
}

/** A word of one line in four hundred leads to it as well as one that no other line has. */
const rarest = 6

/** Indexes the lines of some facts. */
export function lineIndex(facts: readonly Fact[]): LineIndex {
  const stemOf = stemming()
  const indexed = new Map(facts.map((fact) => [fact, indexedFact(fact, stemOf)]))
  const counts = new Map<string, number>()
  let all = 0
  for (const { lines, having } of indexed.values()) {
    all += lines.length
    for (const [stem, count] of having) counts.set(stem, (counts.get(stem) ?? 0) + count)
  }
  return {
    of: (fact) => indexed.get(fact) ?? indexedFact(fact, stemOf),
    rarityOf(stem) {
      const count = counts.get(stem)
      return count === undefined ? rarest : Math.min(rarest, Math.log(all / count))
    },
  }
}

function indexedFact(fact: Fact, stemOf: (word: string) => string): IndexedFact {
  const lines = indexedLines(fact, stemOf)
  const having = new Map<string, number>()
  for (const { stems } of lines) for (const stem of stems) having.set(stem, (having.get(stem) ?? 0) + 1)
  return { lines, having }
}

const indexedLines = (fact: Fact, stemOf: (word: string) => string): readonly IndexedLine[] =>
  linesOf(fact).map((line, place) => {
    const { words, parts } = wordsOf(line.text)
    return {
      line,
      stems: new Set([...words, ...parts].map((word) => stemOf(word))),
      cues: cuesIn(line.text),
      place,
    }
  })

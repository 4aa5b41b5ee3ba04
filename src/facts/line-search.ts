import { stemmer } from 'stemmer'
import type { Fact } from './fact.ts'
import { type Line, linesOf } from './lines.ts'

/** The line of a fact that some words are about, with the fact that it stands in. */
export interface FoundLine {
  readonly fact: Fact
  readonly line: Line
  /** How much the words say that it has in common with them. */
  readonly score: number
}

/** Finds lines by their own words. */
export interface LineSearch {
  /**
   * The line of some facts, among those that fit where that is asked, that has the weightiest of the words, or undefined
   * where none has any of weight.
   */
  find(words: readonly string[], facts: readonly Fact[], fits?: (line: Line) => boolean): FoundLine | undefined
  /** Whether any line of any fact has a word. */
  knows(word: string): boolean
}

/**
 * Below this a word stands in too many of a mesh's lines to lead to one: it is the natural logarithm of all its lines by
 * those with the word, so that 3 is a word of one line in twenty.
 */
const leastWeight = 3
/** What a word counts that says the same as one of the line, rather than being it. */
const bySameWord = 0.7

/** What is told as it is leads before what is only believed or doubted. */
const kindWeights: Partial<Record<Line['kind'], number>> = { statement: 1.2, belief: 0.6, unconfirmed: 0.5 }

/** Builds the search over all that some facts say. `sameWords` are groups of words of which each stands for the others. */
export function lineSearch(facts: readonly Fact[], sameWords: readonly (readonly string[])[] = []): LineSearch {
  const indexed = new Map(facts.map((fact) => [fact, stemmed(fact)]))
  const ofMesh = new Map(
    [...Map.groupBy(facts, ({ mesh }) => mesh.id)].map(([mesh, its]) => [
      mesh,
      countsOf(its.flatMap((fact) => indexed.get(fact) ?? [])),
    ]),
  )
  const known = new Set([...ofMesh.values()].flatMap(({ counts }) => [...counts.keys()]))
  const others = sameStems(sameWords)

  const weightOf = (mesh: string, stem: string): number => {
    const { counts, lines } = ofMesh.get(mesh) ?? countsOf([])
    const count = counts.get(stem)
    const weight = count === undefined ? 0 : Math.log(lines / count)
    return weight >= leastWeight ? weight : 0
  }

  /** What a wanted word counts in a line: its own weight, or less where the line says the same in another word. */
  const inCommon = (mesh: string, wanted: string, stems: ReadonlySet<string>): number => {
    if (stems.has(wanted)) return weightOf(mesh, wanted)
    const weights = (others.get(wanted) ?? []).map((stem) => (stems.has(stem) ? weightOf(mesh, stem) : 0))
    return bySameWord * Math.max(0, ...weights)
  }

  const find = (words: readonly string[], among: readonly Fact[], fits = (_: Line) => true): FoundLine | undefined => {
    const wanted = [...new Set(words.map((word) => stemmer(word)))]
    const scored = among.flatMap((fact) =>
      (indexed.get(fact) ?? stemmed(fact)).flatMap(({ line, stems }): FoundLine[] => {
        const common = wanted.reduce((sum, stem) => sum + inCommon(fact.mesh.id, stem, stems), 0)
        return common > 0 && fits(line) ? [{ fact, line, score: common * (kindWeights[line.kind] ?? 1) }] : []
      }),
    )
    // Of equals the first counts: what a fact says first is the weightiest.
    return scored.reduce<FoundLine | undefined>(
      (before, one) => (one.score > (before?.score ?? 0) ? one : before),
      undefined,
    )
  }
  return { find, knows: (word) => known.has(stemmer(word)) }
}

/** For each stem those that say the same. */
function sameStems(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const stemmedGroups = groups.map((words) => [...new Set(words.map((word) => stemmer(word)))])
  return new Map(
    stemmedGroups.flatMap((stems) => stems.map((stem) => [stem, stems.filter((other) => other !== stem)] as const)),
  )
}

interface StemmedLine {
  readonly line: Line
  readonly stems: ReadonlySet<string>
}

const stemmed = (fact: Fact): StemmedLine[] => linesOf(fact).map((line) => ({ line, stems: stemsOf(line.text) }))

/** How many lines there are, and in how many of them each stem stands. */
function countsOf(lines: readonly StemmedLine[]): { lines: number; counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>()
  for (const { stems } of lines) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return { lines: lines.length, counts }
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+)*/gu) ?? []).flatMap((word) => [stemmer(word)]))

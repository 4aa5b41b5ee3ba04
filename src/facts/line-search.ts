import { stemmer } from 'stemmer'
import { once } from '../once.ts'
import type { Fact } from './fact.ts'
import { wordsOf } from './line-words.ts'
import { type Line, linesOf } from './lines.ts'
import { sameStems, stemming } from './stems.ts'

/** The line of a fact that some words are about, with the fact that it stands in. */
export interface FoundLine {
  readonly fact: Fact
  readonly line: Line
  /** How much the words say that it has in common with them. */
  readonly score: number
  /** Those of the words that it has, or says in another word. */
  readonly words: readonly string[]
}

/** Finds lines by their own words. */
export interface LineSearch {
  /**
   * The line of some facts, among those that fit where that is asked, that has the weightiest of the words, or undefined
   * where none has any of weight.
   */
  find(words: readonly string[], facts: readonly Fact[], fits?: (line: Line) => boolean): FoundLine | undefined
  /** The same over all facts of a mesh: the best line of each topic that has one, by the topic's id. */
  bestOf(mesh: string, words: readonly string[], modes: readonly string[]): ReadonlyMap<string, FoundLine>
  /** Whether any line of any fact has a word. */
  knows(word: string): boolean
  /** How rare a word is: the natural logarithm of all lines by those that have it; undefined where none has. */
  rarityOf(word: string): number | undefined
}

/**
 * What is taken off the weight of a word, the natural logarithm of all lines of a mesh by those that have it: a word of
 * one line in three leads to none.
 */
const common = 1
/** What a word counts that says the same as one of the line, rather than being it. */
const bySameWord = 0.7
/** What a word counts that is a part of a name, such as Envoy of EnvoyFilter. */
const asPart = 0.7
/** A version or a number is more often what is asked about than a word as rare. */
const asNumber = 1.4
const worthOf = (stem: string): number => (/^v?\d/.test(stem) ? asNumber : 1)
/** A line of so many words counts as it is; a longer one less, as it has more words by chance. */
const usualLength = 18
const lengthMatters = 0.25

/** What is told as it is leads before what is only believed or doubted, and a name of a setting says little. */
const kindWeights: Partial<Record<Line['kind'], number>> = { statement: 1.1, via: 0.8, belief: 0.6, unconfirmed: 0.4 }
/** A line on one mode, where that mode is asked for, no mode is, or another one is. */
const modeWeights = { asked: 1.1, any: 0.75, other: 0.5 } as const

interface IndexedLine {
  readonly fact: Fact
  readonly line: Line
  /** Each word of the line with what it counts there: a part of a name less than a word. */
  readonly stems: ReadonlyMap<string, number>
  /** By what the weight of its words is multiplied. */
  readonly factor: number
}

/** The lines of a mesh, and where each word stands. */
interface MeshLines {
  readonly lines: readonly IndexedLine[]
  readonly having: ReadonlyMap<string, readonly number[]>
}

/** A search over all that some facts say, built when it is first used. `sameWords` are groups of words of which each stands for the others. */
export function lineSearch(facts: readonly Fact[], sameWords: readonly (readonly string[])[] = []): LineSearch {
  const search = once(() => searchIn(facts, sameWords))
  return {
    find: (...asked) => search().find(...asked),
    bestOf: (...asked) => search().bestOf(...asked),
    knows: (word) => search().knows(word),
    rarityOf: (word) => search().rarityOf(word),
  }
}

function searchIn(facts: readonly Fact[], sameWords: readonly (readonly string[])[]): LineSearch {
  const stemOf = stemming()
  const indexed = new Map(facts.map((fact) => [fact, indexedLines(fact, stemOf)]))
  const ofMesh = new Map(
    [...Map.groupBy(facts, ({ mesh }) => mesh.id)].map(([mesh, its]) => [
      mesh,
      meshLines(its.flatMap((fact) => indexed.get(fact) ?? [])),
    ]),
  )
  const ofTopic = new Map(
    [...Map.groupBy(facts, ({ topic }) => topic.id)].map(([topic, its]) => [
      topic,
      meshLines(its.flatMap((fact) => indexed.get(fact) ?? [])),
    ]),
  )
  const all = meshLines([...indexed.values()].flat())
  const others = sameStems(sameWords)

  const inMesh = (mesh: string, stem: string): number =>
    worthOf(stem) * Math.max(0, rarity(ofMesh.get(mesh), stem) - common)
  /** Of one topic a word leads to none of its lines that most of them have. */
  const inFact = ({ mesh, topic }: Fact, stem: string): number =>
    Math.min(inMesh(mesh.id, stem), worthOf(stem) * rarity(ofTopic.get(topic.id), stem))

  /** Each wanted word with its stem, and those that say the same with what they count. */
  const wantedBy = (words: readonly string[], weightOf: (stem: string) => number) =>
    [...new Map(words.map((word) => [stemmer(word), word]))].map(([stem, word]) => ({
      word,
      weights: [
        { stem, weight: weightOf(stem) },
        ...others(stem).map((other) => ({ stem: other, weight: bySameWord * weightOf(other) })),
      ],
    }))

  const find = (words: readonly string[], among: readonly Fact[], fits = (_: Line) => true): FoundLine | undefined =>
    best(
      among.flatMap((fact) => {
        const wanted = wantedBy(words, (stem) => inFact(fact, stem))
        return (indexed.get(fact) ?? indexedLines(fact)).flatMap(({ line, stems, factor }): FoundLine[] => {
          const found = wanted.flatMap(({ word, weights }) => {
            const weight = Math.max(0, ...weights.map((one) => one.weight * (stems.get(one.stem) ?? 0)))
            return weight > 0 ? [{ word, weight }] : []
          })
          return found.length > 0 && fits(line) ? [foundLine(fact, line, found, factor * modeWeight(line, []))] : []
        })
      }),
    )

  const bestOf = (mesh: string, words: readonly string[], modes: readonly string[]): ReadonlyMap<string, FoundLine> => {
    const { lines, having } = ofMesh.get(mesh) ?? meshLines([])
    const hits = new Map<number, { word: string; weight: number }[]>()
    for (const { word, weights } of wantedBy(words, (stem) => inMesh(mesh, stem))) {
      const seen = new Map<number, number>()
      for (const { stem, weight } of weights)
        for (const at of weight > 0 ? (having.get(stem) ?? []) : [])
          seen.set(at, Math.max(weight * (lines[at]?.stems.get(stem) ?? 0), seen.get(at) ?? 0))
      for (const [at, weight] of seen) {
        const before = hits.get(at)
        if (before) before.push({ word, weight })
        else hits.set(at, [{ word, weight }])
      }
    }
    const found = [...hits].flatMap(([at, its]): FoundLine[] => {
      const one = lines[at]
      return one ? [foundLine(one.fact, one.line, its, one.factor * modeWeight(one.line, modes))] : []
    })
    return new Map(
      [...Map.groupBy(found, ({ fact }) => fact.topic.id)].flatMap(([topic, its]) => {
        const first = best(its)
        return first ? [[topic, first] as const] : []
      }),
    )
  }
  const knows = (word: string): boolean => all.having.has(stemmer(word))
  return { find, bestOf, knows, rarityOf: (word) => (knows(word) ? rarity(all, stemmer(word)) : undefined) }
}

const foundLine = (
  fact: Fact,
  line: Line,
  found: readonly { readonly word: string; readonly weight: number }[],
  factor: number,
): FoundLine => ({
  fact,
  line,
  score: factor * found.reduce((sum, { weight }) => sum + weight, 0),
  words: found.map(({ word }) => word),
})

/** Of equals the first counts: what a fact says first is the weightiest. */
const best = (found: readonly FoundLine[]): FoundLine | undefined =>
  found.reduce<FoundLine | undefined>((before, one) => (one.score > (before?.score ?? 0) ? one : before), undefined)

function modeWeight({ mode }: Line, asked: readonly string[]): number {
  if (!mode) return 1
  if (asked.length === 0) return modeWeights.any
  return asked.includes(mode.id) ? modeWeights.asked : modeWeights.other
}

const indexedLines = (
  fact: Fact,
  stemOf: (word: string) => string = (word) => stemmer(word.toLowerCase()),
): IndexedLine[] =>
  linesOf(fact).map((line) => {
    const { words, parts } = wordsOf(line.text)
    const length = 1 - lengthMatters + lengthMatters * Math.sqrt(words.length / usualLength)
    return {
      fact,
      line,
      stems: new Map([
        ...parts.map((part) => [stemOf(part), asPart] as const),
        ...words.map((word) => [stemOf(word), 1] as const),
      ]),
      factor: (kindWeights[line.kind] ?? 1) / length,
    }
  })

function meshLines(lines: readonly IndexedLine[]): MeshLines {
  const having = new Map<string, number[]>()
  for (const [at, { stems }] of lines.entries())
    for (const stem of stems.keys()) {
      const places = having.get(stem)
      if (places) places.push(at)
      else having.set(stem, [at])
    }
  return { lines, having }
}

/** The natural logarithm of all lines by those that have a word; 0 where none has it. */
function rarity(all: MeshLines | undefined, stem: string): number {
  const count = all?.having.get(stem)?.length
  return all && count ? Math.log(all.lines.length / count) : 0
}

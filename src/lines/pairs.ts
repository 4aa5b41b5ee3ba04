import type { Aspect } from '../questions/question.ts'
import type { IndexedFact, IndexedLine, LineIndex } from './line-index.ts'

/** What a question asks of the lines of a fact. */
export interface AskedOfLines {
  /** The stems of all of its words, once each, but of the names of meshes. */
  readonly words: readonly string[]
  /** Those of them that say something. */
  readonly content: readonly string[]
  readonly aspect: Aspect
  /** The ids of the modes that it names. */
  readonly modes: readonly string[]
}

/** Takes one thing of a question and one of a line, with how much the two count together. */
export type TakePair = (asked: string, told: string, amount: number) => void

/** Stands for the question as a whole. */
export const always = '*'
/** Stands for how much of the question a line has. */
const common = '+'

/** How much it counts that a word of the question meets the kind of a line, what it tells, or a word of it. */
const weights = { kind: 0.5, cue: 0.3, word: 0.9, same: 0.5 } as const
/** A version or a number is more often what is asked about than a word as rare. */
const isNumber = /^v?\d/
/** What a word counts that says the same as one of the line, rather than being it. */
const bySameWord = 0.7
/** A word that most lines of a fact have leads to none of them, and one of one line by so much at most. */
const rarestInFact = 4

/** What gathers the pairs of a question with each line of one fact. */
export interface PairsOfFact {
  readonly lines: readonly IndexedLine[]
  /** Gives every pair of the question with a line. */
  each(line: IndexedLine, take: TakePair): void
  /** How much of what a question says a line has, each word of it with its weight: all weights together make 1. */
  met(line: IndexedLine): ReadonlyMap<string, number>
}

/** A topic is at least so likely by turn of phrase, whatever that says. */
const leastShare = 0.003

/**
 * What a question has to do with each line of a fact. `share` is how likely the topic of the fact is by turn of phrase, 0
 * to 1; `sameAs` gives the stems that say the same as a stem. Of the words of the question only those that pass make pairs
 * of their own.
 */
export function pairsOfFact(
  { words, content, aspect, modes, share }: AskedOfLines & { readonly share: number },
  { lines, having }: IndexedFact,
  { rarityOf }: Pick<LineIndex, 'rarityOf'>,
  sameAs: (stem: string) => readonly string[],
  passes: (word: string) => boolean = () => true,
): PairsOfFact {
  const whole = content.reduce((sum, stem) => sum + rarityOf(stem), 0) || 1
  const rarityHere = (stem: string): number => {
    const count = having.get(stem)
    return count ? Math.min(Math.log((lines.length + 1) / count), rarityOf(stem), rarestInFact) : 0
  }
  const wanted = content.map((stem) => ({ stem, others: sameAs(stem), rarity: rarityOf(stem), here: rarityHere(stem) }))

  const known = words.filter(passes)
  const knownContent = content.filter(passes)

  const each: PairsOfFact['each'] = ({ line, stems, cues, place }, take) => {
    const length = Math.sqrt(stems.size + 4)
    let [met, rarity, here, numbers] = [0, 0, 0, 0]
    for (const one of wanted) {
      const other = stems.has(one.stem) ? undefined : one.others.find((stem) => stems.has(stem))
      if (other === undefined && !stems.has(one.stem)) continue
      met++
      if (isNumber.test(one.stem)) numbers++
      rarity += other === undefined ? one.rarity : bySameWord * rarityOf(other)
      here += other === undefined ? one.here : bySameWord * rarityHere(other)
    }
    take(common, 'share', Math.log(Math.max(leastShare, share)))
    take(common, 'cover', (3 * rarity) / whole)
    take(common, 'rarity', rarity / 10)
    take(common, 'here', here / 2)
    take(common, 'dense', here / length)
    take(common, 'met', Math.min(met, 4) / 4)
    take(common, 'numbers', Math.min(numbers, 2))

    const kind = `=${line.kind}`
    const told = cues.map((cue) => `~${cue}`)
    for (const trait of [kind, ...told]) {
      take(always, trait, 1)
      take(`@${aspect}`, trait, 1)
    }
    take(always, `mode-${modeOf(line.mode?.id, modes)}`, 1)
    take(always, `length-${Math.min(5, Math.floor(stems.size / 6))}`, 1)
    take(always, `place-${Math.min(5, Math.ceil(place / 3))}`, 1)
    take(always, `${kind}-${Math.min(3, Math.floor(place / 5))}`, 1)
    for (const word of known) {
      take(word, kind, weights.kind)
      for (const cue of told) take(word, cue, weights.cue)
    }
    for (const word of knownContent) {
      for (const stem of stems) if (stem !== word) take(word, stem, weights.word / length)
      if (stems.has(word)) take(word, word, weights.same)
    }
  }
  const met: PairsOfFact['met'] = ({ stems }) =>
    new Map(
      wanted.flatMap(({ stem, others, rarity }) =>
        stems.has(stem) || others.some((other) => stems.has(other)) ? [[stem, rarity / whole]] : [],
      ),
    )
  return { lines, each, met }
}

/** A line on one mode, where that mode is asked for, no mode is, or another one is; or a line on the mesh as a whole. */
function modeOf(mode: string | undefined, asked: readonly string[]): string {
  if (mode === undefined) return asked.length > 0 ? 'whole' : 'none'
  return asked.length === 0 ? 'unasked' : asked.includes(mode) ? 'asked' : 'other'
}

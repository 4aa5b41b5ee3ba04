import { isPointer } from '../facts/lines.ts'
import type { RankedLine } from '../lines/line-ranking.ts'

/** A line so likely to answer is told alone; of others one more as well, where that is likely at all. */
const alone = 0.7
const asWell = 0.06
/** What it counts beside that likelihood that a line has words of the question which the first has not. */
const forNewWords = 0.6

/** The ids of the lines of one fact that are told in answer, of all of them by how likely they answer. */
export function linesTold(ranked: readonly RankedLine[]): readonly string[] {
  const [best, ...others] = ranked.filter(({ line }) => !isPointer(line))
  if (!best) return []
  const worthOf = ({ p, met }: RankedLine): number =>
    p + forNewWords * [...met].reduce((sum, [word, share]) => (best.met.has(word) ? sum : sum + share), 0)
  const [next] = best.p < alone ? others.filter(({ p }) => p >= asWell).sort((a, b) => worthOf(b) - worthOf(a)) : []
  return [best, ...(next ? [next] : [])].map(({ line }) => line.id)
}

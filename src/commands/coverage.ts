import type { Fact } from '../facts/fact.ts'
import type { Reading } from './question-reading.ts'

/** What a word weighs that no line has: a name of something unknown, or a word of everyday English. */
const unknown = { name: 5, english: 1 } as const
/** Nor does a word that is in most lines weigh nothing at all. */
const lightest = 0.5

/**
 * How much of a question some facts speak of, as a share (0 to 1) of the weight of its words: in the line that these lead
 * to, or by the topics' own names. Rare words weigh more.
 */
export function coverageOf(
  content: readonly string[],
  topics: readonly string[],
  facts: readonly Fact[],
  { lines, vocabulary }: Pick<Reading, 'lines' | 'vocabulary'>,
): number {
  const said = new Set(lines.find(content, facts)?.words ?? [])
  const isCovered = (word: string) => said.has(word) || topics.some((topic) => vocabulary.names(topic, word))
  const weightOf = (word: string) => {
    const rarity = lines.rarityOf(word)
    if (rarity !== undefined) return Math.max(lightest, rarity)
    return vocabulary.isEnglish(word) ? unknown.english : unknown.name
  }
  const weight = (words: readonly string[]) => words.reduce((total, word) => total + weightOf(word), 0)
  const whole = weight(content)
  return whole === 0 ? 1 : weight(content.filter(isCovered)) / whole
}

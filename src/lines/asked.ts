import { stemmer } from 'stemmer'
import type { Question } from '../questions/question.ts'
import type { AskedOfLines } from './pairs.ts'

/** What a question asks of the lines of a mesh. */
export const askedOfLines = (
  { words, content, aspect, modes }: Pick<Question, 'words' | 'content' | 'aspect' | 'modes'>,
  mesh: string,
): AskedOfLines => ({
  words: stemsOf(words),
  content: stemsOf(content),
  aspect,
  modes: modes.flatMap((one) => (one.mesh === mesh ? [one.mode] : [])),
})

const stemsOf = (words: readonly string[]): readonly string[] => [...new Set(words.map((word) => stemmer(word)))]

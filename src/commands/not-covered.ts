import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Question } from '../questions/question.ts'
import type { Command } from './command.ts'
import type { Reading } from './question-reading.ts'

export const notCovered = (
  { meshes, named }: Question,
  near: readonly string[],
  knowledge: Knowledge,
): Command<'none'> => ({
  kind: 'none',
  meshes: meshes.length > 0 ? meshes : known(named, knowledge.meshes),
  near: known(near, knowledge.topics).slice(0, mostNear),
})

/** With the word that nothing explains, where there is one. */
export function unexplained(command: Command<'none'>, { focus }: Question, reading: Reading): Command<'none'> {
  const nothingOn = unexplainedOf(focus, reading)
  return nothingOn === undefined ? command : { ...command, nothingOn }
}

/** How many topics are offered in place of an answer. */
const mostNear = 2

/** Of a longer text a word that nothing explains may be a circumstance; of one with so few it is what is asked about. */
export const mostNarrow = 4
/** A name or a term, rather than a version or an amount. */
const isName = /^[\p{L}-]{3,}$/u

/** The word of a short question that nothing explains. */
export const unexplainedOf = (focus: readonly string[], reading: Reading): string | undefined =>
  focus.length > mostNarrow ? undefined : nameUnexplained(focus, reading)

/** The first of some words that nothing explains. */
export const nameUnexplained = (words: readonly string[], { lines, vocabulary }: Reading): string | undefined =>
  words.find((word) => isName.test(word) && !lines.knows(word) && !vocabulary.explains(word))

export const known = (ids: readonly string[], things: readonly { readonly id: string }[]): readonly string[] =>
  ids.filter((id) => things.some((thing) => thing.id === id))

import type { Prefill } from '../advisor/prefill.ts'
import { countAnswers, type Requirements } from '../advisor/requirements.ts'
import { askedFor } from '../questions/choosing.ts'
import type { Question } from '../questions/question.ts'
import type { Reading } from '../questions/reading.ts'
import type { Words } from '../questions/words.ts'

/** A text of fewer words tells too little of a team to advise it. */
const shortest = 10
/** A choice is asked for on so many things told: where it is by people about themselves, and where nobody says "we". */
const told = { byUs: 2, byNobody: 3 } as const
/** Where nothing is asked, so many things have to be told for them to be what a mesh is chosen by, and so many needs. */
const unasked = { told: 4, needs: 2 } as const

/**
 * Whether a text tells of a team and its needs, and asks which mesh it should take, or whether any: a recommendation,
 * whatever else it may read like on the way. A text that asks for something else in the end is none, however much it tells.
 */
export function wantsAdvice(
  reading: Reading,
  question: Question,
  { choosing, turns }: Pick<Words, 'choosing' | 'turns'>,
  prefill: Prefill,
): boolean {
  const { text, tokens } = reading
  if (tokens.length < shortest) return false
  const asked = askedFor(reading, choosing)
  if (asked === 'other') return false
  const { requirements } = prefill(text, question)
  const ofUs = tokens.some(({ word }) => turns.ourselves.has(word))
  const answers = countAnswers(requirements)
  if (asked === 'choice') return answers >= (ofUs ? told.byUs : told.byNobody)
  return ofUs && answers >= unasked.told && needsIn(requirements) >= unasked.needs
}

const needsIn = ({ constraints, priorities }: Requirements): number =>
  Object.values(constraints).filter((level) => level === 'must' || level === 'should').length +
  Object.values(priorities).filter((weight) => weight > 0).length

import type { Prefill } from '../advisor/prefill.ts'
import { countAnswers, type Level, type Requirements } from '../advisor/requirements.ts'
import { askedFor } from '../questions/choosing.ts'
import type { Question } from '../questions/question.ts'
import type { Reading } from '../questions/reading.ts'
import type { Words } from '../questions/words.ts'

/** A text of fewer words tells too little of a team to advise it, unless a must is among them and a choice is asked for. */
const shortest = 10
/** A choice is asked for on so many things told: where it is by people about themselves, and where nobody says "we". */
const told = { byUs: 2, byNobody: 3 } as const
/** Where nothing is asked, so many needs have to be told beside what there is; of musts alone so many are a list of them. */
const unasked = { needs: 2, musts: 3 } as const

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
  const asked = askedFor(reading, choosing)
  const isShort = tokens.length < shortest
  if (asked === 'other' || (isShort && asked !== 'choice')) return false
  const { requirements } = prefill(text, question)
  if (isShort) return needsAt(requirements, 'must') > 0
  const ofUs = tokens.some(({ word }) => turns.ourselves.has(word))
  if (asked === 'choice') return countAnswers(requirements) >= (ofUs ? told.byUs : told.byNobody)
  return isListOfNeeds(requirements) || (ofUs && isOpen(reading, requirements) && describesTeam(requirements))
}

const needsAt = ({ constraints }: Requirements, ...levels: readonly Level[]): number =>
  Object.values(constraints).filter((level) => levels.includes(level)).length

const isListOfNeeds = (requirements: Requirements): boolean => needsAt(requirements, 'must') >= unasked.musts

/** Whether it is told who would run a mesh or on what, and what of it is needed. */
const describesTeam = (requirements: Requirements): boolean =>
  needsAt(requirements, 'must', 'should') >= unasked.needs &&
  Object.values(requirements.circumstances).some((value) => typeof value === 'number')

/** Whether no single mesh is spoken of, unless it is to be left: what is told of one that stays is hardly told to choose. */
const isOpen = ({ mentions }: Reading, { circumstances }: Requirements): boolean =>
  new Set(mentions.map(({ mesh }) => mesh)).size !== 1 || circumstances.leaving !== undefined

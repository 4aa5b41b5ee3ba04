import type { Prefill } from '../advisor/prefill.ts'
import { countAnswers } from '../advisor/requirements.ts'
import type { Question } from '../questions/question.ts'
import type { Reading } from '../questions/reading.ts'
import type { Words } from '../questions/words.ts'
import { sureFrom } from './question-reading.ts'

/** A text of fewer words tells too little of a team to advise it. */
const shortest = 10
/** Where it is not said that a mesh is to be chosen, so many things have to be told of what is needed. */
const toldEnough = 2
/** And where nobody says "we". */
const toldWithoutUs = 3

/**
 * Whether a text tells of a team and its needs, and asks which mesh it should take, or whether any: a recommendation,
 * whatever else it may read like on the way.
 */
export function wantsAdvice(reading: Reading, question: Question, words: Words['whole'], prefill: Prefill): boolean {
  const { text, tokens } = reading
  if (tokens.length < shortest || (question.intent === 'estimate' && question.confidence >= sureFrom)) return false
  const ofUs = tokens.some(({ word }) => words.ourselves.has(word))
  const ofMesh = words.choosing.find(tokens).length > 0
  if (!ofMesh && words.picking.find(tokens).length === 0 && !offersTwo(reading, words)) return false
  const told = countAnswers(prefill(text, question).requirements)
  return told >= (ofUs ? (ofMesh ? 1 : toldEnough) : toldWithoutUs)
}

/** Whether two meshes are put up to choose from: "Linkerd or Istio?". */
const offersTwo = ({ tokens, mentions }: Reading, words: Words['whole']): boolean =>
  mentions.some(({ end, mesh }) =>
    mentions.some(
      (other) => other.mesh !== mesh && other.start === end + 1 && words.alternatives.has(tokens[end]?.word ?? ''),
    ),
  )

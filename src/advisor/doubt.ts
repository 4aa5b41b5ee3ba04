import type { Token } from '../questions/tokens.ts'
import type { Words } from '../questions/words.ts'
import type { Clause } from './clauses.ts'

/** Whether a clause doubts that there is to be a mesh: "overkill", "do we need a mesh"; but not "we need a mesh with mTLS". */
export function isInDoubt(tokens: readonly Token[], words: Words): boolean {
  const { 'in-doubt': surely, doubted } = words.circumstances
  return (
    surely.find(tokens).length > 0 ||
    doubted.find(tokens).some(({ start }) => isAskedOrDenied(tokens.slice(0, start), words))
  )
}

/** Whether a clause doubts one mesh by its name: "do we need Istio". */
export const isNamedInDoubt = ({ tokens, mentions }: Clause, words: Words): boolean =>
  mentions.some(
    ({ start }) => words.choosing.needs.has(tokens[start - 1]) && isAskedOrDenied(tokens.slice(0, start - 1), words),
  )

function isAskedOrDenied(before: readonly Token[], { choosing, circumstances, wishes }: Words): boolean {
  const opening = before.find(({ word }) => !choosing.joins.has(word))
  return (
    (opening !== undefined && choosing.whether.has(opening.word)) ||
    before.some((token) => circumstances.doubting.has(token) || wishes.denials.has(token))
  )
}

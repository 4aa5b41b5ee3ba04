import { type Basis, basisOf } from './advisor/basis.ts'
import { askedAbout, createPrefill } from './advisor/prefill.ts'
import type { Requirements } from './advisor/requirements.ts'
import { fromWords, looksLikeWords, merged, toWords, without } from './advisor/words.ts'
import type { RecommendAnswer } from './answers/answer.ts'
import { answerRecommend, type RecommendOptions } from './answers/recommend.ts'
import { commandOf } from './commands/command-of.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { Reply } from './meshwise.ts'
import type { Question, ThreadContext } from './questions/question.ts'
import type { Reader } from './questions/reading.ts'

/** Recommendations for what people write. */
export interface Advice {
  readonly basis: Basis
  /** For a question, by what its words and the thread so far give. */
  onQuestion(text: string, question: Question, before?: ThreadContext): AdvisedReply
  /** For what follows `recommend`: NAME=VALUE words, or plain ones, which `read` reads as a question. */
  onCommand(needs: string, read: () => Question): Reply
}

export type AdvisedReply = Reply & { readonly context: ThreadContext }

/** Builds what recommends from words, or undefined where the knowledge has no criteria. */
export function createAdvice(knowledge: Knowledge, reader: Reader): Advice | undefined {
  const basis = basisOf(knowledge)
  if (!basis) return undefined
  const prefill = createPrefill(basis, reader)

  const reply = (requirements: Requirements, options?: RecommendOptions): AdvisedReply => {
    const answer: RecommendAnswer = answerRecommend(basis, requirements, options)
    const context: ThreadContext = {
      intent: 'recommend',
      meshes: requirements.candidates,
      topics: ['best-fit'],
      mentioned: requirements.candidates,
      sizes: {},
      requirements: toWords(requirements),
    }
    return { answer, command: commandOf(answer), context }
  }

  const onQuestion = (text: string, question: Question, before?: ThreadContext): AdvisedReply => {
    const { requirements, assumptions, gone } = prefill(text, question)
    const earlier = before?.requirements === undefined ? undefined : fromWords(before.requirements, basis)
    const all = without(gone, merged(earlier?.ok ? earlier.requirements : undefined, requirements))
    return reply(all, { assumptions, about: askedAbout(question, knowledge.meshes) })
  }

  const onCommand = (needs: string, readPlain: () => Question): Reply => {
    if (!looksLikeWords(needs)) return onQuestion(needs, readPlain())
    const read = fromWords(needs, basis)
    if (read.ok) return reply(read.requirements)
    const answer = {
      kind: 'clarify',
      understood: 'One thing is not right',
      headline: read.problems.join(' '),
      suggestions: [{ label: 'Ask me the questions', command: 'recommend' }],
    } as const
    return { answer, command: 'help' }
  }
  return { basis, onQuestion, onCommand }
}

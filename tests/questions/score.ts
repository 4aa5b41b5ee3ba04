import type { ThreadContext } from '../../src/questions/question.ts'
import { type Expected, isUnanswered, judge, type Single, type Thread, type Understood } from './labelled.ts'

/** Shares of right readings, 0 to 1. */
export interface Score {
  readonly questions: number
  readonly all: number
  readonly intent: number
  readonly topic: number
  readonly meshes: number
  /** Of the questions that are out of scope, how many were refused. */
  readonly refused: number
  /** Of the questions that are in scope, how many were refused. */
  readonly wronglyRefused: number
  /** Of the readings with a confidence above 0.8, how many were right, and how many they are. */
  readonly sure: { readonly right: number; readonly share: number }
}

/** One question or turn, as expected and as understood. */
export interface Read {
  readonly id: string
  readonly q: string
  readonly expected: Expected
  readonly got: Understood & { readonly confidence?: number }
}

/** From this confidence on an answer is given without asking back, and should hardly ever be wrong. */
const sureFrom = 0.8

export function scoreOf(read: readonly Read[]): Score {
  const judged = read.map((one) => ({ ...one, verdict: judge(one.expected, one.got) }))
  const isRefused = ({ got }: Read) => isUnanswered(got.intent)
  const outOfScope = judged.filter(({ expected }) => isUnanswered(expected.intent))
  const inScope = judged.filter(({ expected }) => ![expected.intent, ...expected.also_ok].some(isUnanswered))
  const sure = judged.filter(({ got }) => (got.confidence ?? 0) > sureFrom)
  return {
    questions: judged.length,
    all: share(judged, ({ verdict }) => verdict.all),
    intent: share(judged, ({ verdict }) => verdict.intent),
    topic: share(
      judged.filter(({ verdict }) => verdict.topic !== undefined),
      ({ verdict }) => verdict.topic === true,
    ),
    meshes: share(
      judged.filter(({ verdict }) => verdict.meshes !== undefined),
      ({ verdict }) => verdict.meshes === true,
    ),
    refused: share(outOfScope, isRefused),
    wronglyRefused: share(inScope, isRefused),
    sure: { right: share(sure, ({ verdict }) => verdict.all), share: sure.length / Math.max(1, judged.length) },
  }
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? Number.NaN : items.filter(holds).length / items.length

export const readSingle = (
  single: Pick<Single, 'id' | 'q' | 'expect'>,
  understand: (text: string) => Read['got'],
): Read => ({
  id: single.id,
  q: single.q,
  expected: single.expect,
  got: understand(single.q),
})

/** Reads the turns of a thread one after the other, each with what the ones before it left. */
export function readThread(
  thread: Thread,
  understand: (text: string, context?: ThreadContext) => { got: Read['got']; context: ThreadContext | undefined },
): Read[] {
  let context: ThreadContext | undefined
  return thread.turns.map(({ q, expect }, turn) => {
    const understood = context ? understand(q, context) : understand(q)
    context = understood.context
    return { id: `${thread.id}.${turn + 1}`, q, expected: expect, got: understood.got }
  })
}

/** The half of the questions kept for reporting: nobody looks at how single ones of it are read. */
export const isKept = ({ id }: { id: string }): boolean => Number(id.replace(/\D/g, '')) % 2 === 1

/** A share as it was found: how many of how many. */
export interface Rate {
  readonly right: number
  readonly of: number
}

/** A rate less two standard errors (binomial): below it something has changed. Where all were right, one counts as wrong. */
export function leastOf({ right, of }: Rate): number {
  const rate = Math.min(right, of - 1) / of
  return rate - 2 * Math.sqrt((rate * (1 - rate)) / of)
}

import { sayAnswers } from '../advisor/say.ts'
import type { Meshwise, Read } from '../meshwise.ts'
import type { ThreadContext } from '../questions/question.ts'
import type { Turn } from './thread-below.ts'

/** What somebody in a thread added to the needs that a message tells of, each as a few words. */
export interface Added {
  readonly user: string
  readonly needs: readonly string[]
}

/** A message read with the thread under it; `added` is absent where the thread has no bearing on it. */
export interface ReadWithThread {
  readonly read: Read
  readonly added?: readonly Added[]
}

/** Longer threads add noise and time, not needs. */
const longestThread = 4_000

/** What a thread can say more of: a choice, or what is nothing by itself. A question on a fact stands alone. */
const openEnded = new Set<Read['command']['kind']>(['recommend', 'need', 'none', 'incomplete'])

/** Reads a message together with what was said under it, where it is about a choice: then needs come from all of them. */
export function readWithThread(
  { read, basis }: Meshwise,
  first: string,
  turns: readonly Turn[],
  context?: ThreadContext,
): ReadWithThread {
  const alone = read(first, context)
  if (!basis || turns.length === 0 || !openEnded.has(alone.command.kind)) return { read: alone }
  const texts = [first, ...turns.map(({ text }) => text)]
  const said = texts.join('\n').slice(0, longestThread)
  const whole = read(said, context)
  if (whole.command.kind !== 'recommend') return { read: alone }
  let end = -1
  const needs = texts.map((text) => {
    end += 1 + text.length
    // What comes after the bound adds nothing, and the whole has been read.
    const { command } = end < said.length ? read(said.slice(0, end), context) : whole
    return command.kind === 'recommend' ? sayAnswers(basis, command.requirements) : []
  })
  const added = turns.map(({ user }, index) => ({
    user,
    needs: (needs[index + 1] ?? []).filter((need) => !needs[index]?.includes(need)),
  }))
  return { read: whole, added: added.filter((one) => one.needs.length > 0) }
}

/** What a thread added, and who said it: "The thread adds: Should: no sidecar (Ben Lindqvist)." */
export const sayAdded = (added: readonly Added[], names: ReadonlyMap<string, string>): string =>
  added.length === 0
    ? 'The thread under it adds nothing to that.'
    : `The thread adds: ${added.flatMap(({ user, needs }) => needs.map((need) => `${need} (${names.get(user) ?? 'somebody'})`)).join('; ')}.`

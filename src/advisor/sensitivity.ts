import type { Basis } from './basis.ts'
import { decide } from './decision.ts'
import { type Move, movesFrom } from './moves.ts'
import { type Outcome, outcomeKey } from './outcome.ts'
import type { Requirements } from './requirements.ts'

/** An outcome that says what to take. */
type Clear = Extract<Outcome, { kind: 'mesh' | 'without' }>

/** One answer that, given otherwise, changes what is recommended. */
export interface Flip extends Move {
  readonly becomes: Clear
}

/** More than these nobody weighs. */
const most = 5

/**
 * The smallest changes of a single answer that come to another mesh, to none, or to one of several that stood level: first
 * the smallest for each outcome, then the next. Another mode of the same mesh, or another mesh that stands level with it,
 * is no change.
 */
export function flipsOf(basis: Basis, requirements: Requirements, now: Outcome): readonly Flip[] {
  if (now.kind === 'undecided' || now.kind === 'none-left') return []
  const key = outcomeKey(now)
  const flips = movesFrom(basis, requirements)
    .flatMap((move): Flip[] => {
      const { outcome } = decide(basis, move.requirements)
      return isClear(outcome) && outcomeKey(outcome) !== key ? [{ ...move, becomes: outcome }] : []
    })
    .sort((a, b) => a.size - b.size || compare(a, b))
  const byAnswer = firstOf(flips, ({ field, becomes }) => `${field} ${outcomeKey(becomes)}`)
  const nearest = firstOf(byAnswer, ({ becomes }) => outcomeKey(becomes))
  const others = byAnswer.filter((flip) => !nearest.includes(flip))
  return [...nearest, ...others].slice(0, most)
}

const isClear = (outcome: Outcome): outcome is Clear => outcome.kind === 'mesh' || outcome.kind === 'without'

/** The first of each kind. */
const firstOf = (flips: readonly Flip[], kindOf: (flip: Flip) => string): readonly Flip[] =>
  [...Map.groupBy(flips, kindOf).values()].flatMap(([first]) => first ?? [])

const compare = (a: Flip, b: Flip): number => (`${a.field} ${a.to}` < `${b.field} ${b.to}` ? -1 : 1)

import type { Fact } from '../../facts/fact.ts'
import type { Line } from '../../facts/lines.ts'

/** How one aspect of a fact is told. */
export interface AspectRow {
  /** What is asked, after "I have nothing on": "what is so by default". */
  readonly asked: string
  /** The field of the fact that answers, as a sentence; undefined where the fact has none. */
  say(fact: Fact): string | undefined
  /** Whether that field is no line of the fact but stands by itself: a level, a figure, an edition. */
  readonly isField?: boolean
  /** Whether a line, wherever it stands, is of the kind that is asked for: an amount says how much. */
  fits(line: Line): boolean
}

/** A sentence with its full stop, and a capital at the front, where no name such as eBPF stands there. */
export const sentence = (text: string): string => {
  const whole = /[.!?]$/.test(text) ? text : `${text}.`
  return /^\p{Ll}+\p{Lu}/u.test(whole) ? whole : whole.charAt(0).toUpperCase() + whole.slice(1)
}

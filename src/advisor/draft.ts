import type { Assumption } from './assumptions.ts'
import type { Circumstances, Level } from './requirements.ts'

/** What some words say of requirements. */
export interface Draft {
  readonly constraints: Readonly<Record<string, Level>>
  readonly priorities: Readonly<Record<string, number>>
  readonly circumstances: Circumstances
  /** What is run beside the cluster's own. */
  readonly runs: readonly string[]
  /** What is not run, or no longer. */
  readonly gone: readonly string[]
  /** Meshes that are there already, and so no candidates by being named. */
  readonly present: readonly string[]
  /** Meshes that are no choice, and are not there. */
  readonly rejected: readonly string[]
  /** What was taken for granted beyond the words. */
  readonly assumptions: readonly Assumption[]
}

/** One thing that was said. What is only taken for granted gives way to what was said, wherever it stands. */
export type Note = Partial<Draft> & { readonly isAssumed?: true }

const answers = ['constraints', 'priorities', 'circumstances'] as const

/** Whether one of some notes answers what a note does. */
const isAnsweredBy = (others: readonly Note[], note: Note): boolean =>
  answers.some((part) =>
    Object.keys(note[part] ?? {}).some((name) => others.some((other) => name in (other[part] ?? {}))),
  )

/** Levels over others, of which the later counts; but what is a must is none the less one for being named again. */
const overlaid = (before: Draft['constraints'], after: Draft['constraints'] = {}): Draft['constraints'] => ({
  ...before,
  ...Object.fromEntries(Object.entries(after).filter(([id, level]) => !(level === 'should' && before[id] === 'must'))),
})

/** Notes as one draft: of two on the same, the later counts. */
export function joinNotes(notes: readonly Note[]): Draft {
  const said = notes.filter(({ isAssumed }) => !isAssumed)
  const ordered = [...notes.filter((note) => note.isAssumed && !isAnsweredBy(said, note)), ...said]
  const all = (part: 'runs' | 'gone' | 'present' | 'rejected') => [
    ...new Set(ordered.flatMap((note) => note[part] ?? [])),
  ]
  return {
    constraints: ordered.reduce<Draft['constraints']>((all, { constraints }) => overlaid(all, constraints), {}),
    priorities: Object.assign({}, ...ordered.map(({ priorities }) => priorities)),
    circumstances: Object.assign({}, ...ordered.map(({ circumstances }) => circumstances)),
    runs: all('runs'),
    gone: all('gone'),
    present: all('present'),
    rejected: all('rejected'),
    assumptions: [...new Set(ordered.flatMap(({ assumptions = [] }) => assumptions))],
  }
}

import type { Question, Sizes } from '../questions/question.ts'
import type { Reader, Reading } from '../questions/reading.ts'
import type { Words } from '../questions/words.ts'
import type { Assumption } from './assumptions.ts'
import type { Basis } from './basis.ts'
import { circumstanceReader } from './circumstances-in-words.ts'
import { clausesOf } from './clauses.ts'
import { type Draft, joinNotes } from './draft.ts'
import { leavingReader } from './leaving-in-words.ts'
import { runsOutside } from './outside.ts'
import type { Circumstances, Requirements } from './requirements.ts'
import { wishReader } from './wishes-in-words.ts'

/** Requirements as far as somebody's words give them. */
export interface Prefilled {
  readonly requirements: Requirements
  /** What was taken for granted beyond the words. */
  readonly assumptions: readonly Assumption[]
  /** What is not run, or no longer. */
  readonly gone: readonly string[]
}

/** Reads requirements out of a question. */
export type Prefill = (text: string, question: Question) => Prefilled

/** Builds what reads requirements out of questions, by the words of the knowledge and the reader's own. */
export function createPrefill(basis: Basis, reader: Reader): Prefill {
  const readWishes = wishReader(basis, reader.words)
  const readCircumstances = circumstanceReader(basis, reader.words)
  const readLeaving = leavingReader(basis, reader.words)
  return (text, question) => {
    const reading = reader.read(text)
    const clauses = clausesOf(reading, reader.words.wishes)
    const notes = [...readWishes(clauses), ...readCircumstances(clauses)]
    const runs = notes.flatMap((note) => note.runs ?? [])
    const leaving = readLeaving(clauses, new Set(notes.flatMap((note) => note.present ?? [])))
    const { 'no-kubernetes': none, kubernetes } = reader.words.circumstances
    const isOnKubernetes =
      none.find(reading.tokens).length === 0 && reading.tokens.some(({ word }) => kubernetes.has(word))
    const draft = joinNotes([
      ...notes.filter(({ circumstances }) => !(isOnKubernetes && circumstances?.kubernetes === false)),
      ...leaving,
      { circumstances: sizesOf(runs, { ...question.sizes, ...reading.sizes }) },
    ])
    const constraints = atEdge(requirable(draft.constraints, basis), draft, reading, reader.words)
    return prefilledOf(basis, withDepth({ ...draft, constraints }, basis), question)
  }
}

/** Where only what comes in is to be managed, "TLS" is that of the edge. */
function atEdge(
  constraints: Draft['constraints'],
  { circumstances }: Draft,
  { tokens }: Reading,
  { circumstances: { mutual } }: Words,
): Draft['constraints'] {
  if (circumstances['ingress-only'] !== true || tokens.some(({ word }) => mutual.has(word))) return constraints
  return Object.fromEntries(Object.entries(constraints).filter(([id]) => id !== 'mutual-tls'))
}

/** From so many needs on it is the depth of features that is asked for, though nobody calls it that. */
const manyNeeds = 6
/** And from so many of those on that depth is measured by, though less. */
const deepNeeds = 3

function withDepth(draft: Draft, { rules }: Basis): Draft {
  const { constraints, priorities } = draft
  const asked = Object.keys(constraints).filter((id) => constraints[id] === 'must' || constraints[id] === 'should')
  const deep = asked.filter((id) => rules.priorities.features && id in rules.priorities.features.topics)
  const weight = asked.length >= manyNeeds ? 4 : deep.length >= deepNeeds ? 3 : undefined
  if (weight === undefined || priorities.features !== undefined) return draft
  return {
    ...draft,
    priorities: { ...priorities, features: weight },
    assumptions: [...draft.assumptions, 'many-needs'],
  }
}

/** Without constraints on topics that the knowledge has not. */
const requirable = (constraints: Draft['constraints'], basis: Basis): Draft['constraints'] =>
  Object.fromEntries(Object.entries(constraints).filter(([id]) => basis.constraints.has(id)))

function prefilledOf(basis: Basis, draft: Draft, question: Question): Prefilled {
  const circumstances = countable(draft.circumstances)
  const hasShoulds = Object.values(draft.constraints).includes('should')
  return {
    requirements: {
      constraints: draft.constraints,
      circumstances: draft.runs.length > 0 ? { ...circumstances, runs: draft.runs } : circumstances,
      priorities: draft.priorities,
      candidates: candidatesOf(basis, draft, question),
    },
    assumptions: [...draft.assumptions, ...(hasShoulds ? (['shoulds'] as const) : []), 'unmentioned'],
    gone: draft.gone,
  }
}

/** The sizes of all that was said as circumstances. Machines outside Kubernetes are no nodes of it. */
function sizesOf(runs: readonly string[], { people, pods, nodes, services }: Sizes): Circumstances {
  return {
    ...(people === undefined ? {} : { 'team-size': people }),
    ...(pods === undefined ? {} : { pods }),
    ...(nodes === undefined || runsOutside(runs) ? {} : { nodes }),
    ...(services === undefined ? {} : { services }),
  }
}

/**
 * Two meshes or more are a choice to make among them, unless all of them are there already. One that is no choice leaves all
 * others.
 */
function candidatesOf({ knowledge }: Basis, draft: Draft, { meshes }: Question): readonly string[] {
  const rejected = draft.rejected.filter((id) => !draft.present.includes(id))
  const named = meshes.filter((id) => !rejected.includes(id))
  if (named.length > 1 && named.some((id) => !draft.present.includes(id))) return named
  return rejected.length > 0 ? knowledge.meshes.map(({ id }) => id).filter((id) => !rejected.includes(id)) : []
}

/** The most of anything but pods that is taken for meant. */
const mostCounted = 10_000

/** Counts are whole numbers; one that is below zero or too large to be meant is left out. */
const countable = (circumstances: Circumstances): Circumstances =>
  Object.fromEntries(
    Object.entries(circumstances).flatMap(([name, value]) => {
      if (typeof value !== 'number') return [[name, value]]
      return value >= 0 && (value <= mostCounted || name === 'pods') ? [[name, Math.round(value)]] : []
    }),
  )

/** The meshes that a question names without offering a choice: what is asked is how they come out. */
export const askedAbout = ({ meshes }: Question): readonly string[] => (meshes.length === 1 ? meshes : [])

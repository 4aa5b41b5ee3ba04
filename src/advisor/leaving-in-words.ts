import type { Words } from '../questions/words.ts'
import type { Basis } from './basis.ts'
import type { Clause } from './clauses.ts'
import type { Note } from './draft.ts'

/** How far a name may stand after a word that leaves it, in words. */
const reach = 1
/** How far a complaint may stand after the name of what it is about: "Istio is far too complex". */
const complaintReach = 3

/** Builds what reads which mesh is to be left, and why, out of all the clauses of a text. `present` are those that are there. */
export function leavingReader(
  basis: Basis,
  words: Words,
): (clauses: readonly Clause[], present: ReadonlySet<string>) => readonly Note[] {
  return (clauses, present) => {
    const said = clauses.flatMap((clause) => leftIn(clause, words.circumstances))
    const named = new Set(
      clauses.flatMap(({ mentions }) => mentions.flatMap(({ mesh, by }) => (by === 'name' ? [mesh] : []))),
    )
    const [only = ''] = present
    const isComplaint = clauses.some(
      (clause) =>
        complains(clause, words.circumstances) && !(isOfSidecars(clause, words) && doesWithoutThem(basis, only)),
    )
    const isElsewhere = clauses.some(({ tokens }) => words.circumstances.elsewhere.find(tokens).length > 0)
    const meant = isComplaint && present.size === 1 ? present : isElsewhere && named.size === 1 ? named : []
    const assumed = said.length === 0 ? meant : []
    const left = [...new Set([...said, ...assumed])]
    if (left.length === 0) return []
    const reasons = reasonsIn(clauses, new Set(left), words)
    const circumstances = { leaving: left, ...(reasons.length > 0 ? { 'tired-of': reasons } : {}) }
    return [{ present: said, circumstances, ...(said.length === 0 ? { isAssumed: true } : {}) }]
  }
}

/** The meshes that a clause says are to be left. */
function leftIn({ tokens, mentions }: Clause, { leaving }: Words['circumstances']): readonly string[] {
  const found = leaving.find(tokens)
  return mentions.flatMap(({ mesh, start, by }) =>
    by === 'name' && found.some(({ end }) => end <= start && start - end <= reach) ? [mesh] : [],
  )
}

const isOfSidecars = ({ tokens }: Clause, words: Words): boolean => tokens.some(words.circumstances.sidecars.has)

/** Whether a mesh can do without sidecars: a complaint of them is one of its mode, and not of the mesh. */
const doesWithoutThem = ({ knowledge }: Basis, meshId: string): boolean =>
  knowledge.meshes.some(({ id, traits }) => id === meshId && traits.includes('sidecarless'))

/**
 * Meshes that a clause speaks against: "not as complex as X", "X is too heavy", "X was rejected". Where one of them is
 * there it is to be left, and else it is no choice.
 */
export function rejectedIn({ tokens, mentions }: Clause, { circumstances }: Words): readonly Note[] {
  const outdone = circumstances.outdone.find(tokens)
  const complaints = [circumstances.complaints, circumstances.rejecting].flatMap((phrases) => phrases.find(tokens))
  const rejected = mentions.filter(
    ({ start, end, by }) =>
      by === 'name' &&
      (outdone.some((phrase) => phrase.end === start) ||
        complaints.some((phrase) => phrase.start >= end && phrase.start - end <= complaintReach)),
  )
  return rejected.length > 0 ? [{ rejected: rejected.map(({ mesh }) => mesh) }] : []
}

const complains = ({ tokens }: Clause, { complaints }: Words['circumstances']): boolean =>
  complaints.find(tokens).length > 0

/**
 * The priorities that a mesh is left for: what is said where it is named or complained of, and goes on to be said of it.
 * What is wished for instead says nothing of what was suffered, unless it complains too.
 */
function reasonsIn(clauses: readonly Clause[], left: ReadonlySet<string>, words: Words): readonly string[] {
  let isOfLeft = false
  const found = clauses.flatMap((clause) => {
    const { tokens, mentions, continues } = clause
    const isNamed = mentions.some(({ mesh }) => left.has(mesh))
    const isOnIt = words.turns.leaning.has(tokens[0])
    const isComplaint = complains(clause, words.circumstances)
    const isWish = tokens.some(({ word }) => words.wishes.wishing.has(word))
    isOfLeft = isNamed || isComplaint || (isOfLeft && (continues || isOnIt) && !isWish)
    if (!isOfLeft || (isWish && !isComplaint && !isNamed)) return []
    return Object.entries(words.circumstances['tired-of']).flatMap(([id, set]) => (tokens.some(set.has) ? [id] : []))
  })
  return [...new Set(found)]
}

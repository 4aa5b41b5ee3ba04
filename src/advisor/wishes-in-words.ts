import { type PhraseFinder, phraseFinder, type Span } from '../questions/phrases.ts'
import type { Words } from '../questions/words.ts'
import type { Basis } from './basis.ts'
import type { Clause } from './clauses.ts'
import { isReadOtherwise } from './constraint.ts'
import type { Note } from './draft.ts'
import { isDeferred, isDemanded, isDenied, isEmphatic, isMet, isUnwanted } from './wish-strength.ts'

/** What a phrase of the criteria asks for. */
interface Wish {
  readonly kind: 'constraint' | 'priority' | 'runs'
  readonly id: string
}

/** How a wish is put. */
interface Manner {
  readonly level: 'must' | 'should'
  readonly isDenied: boolean
  readonly isUnwanted: boolean
  readonly isEmphatic: boolean
  readonly isMet: boolean
}

/** What runs outside Kubernetes, by the ids of the criteria. */
const outside: ReadonlySet<string> = new Set(['vms', 'bare-metal', 'nomad', 'ecs', 'lambda'])

/** Whether anything outside Kubernetes is among what is run. */
export const runsOutside = (runs: readonly string[]): boolean => runs.some((id) => outside.has(id))

/** What is as good as there is little of: "without overhead" asks for it, "we don't care about overhead" does not. */
const burdens: ReadonlySet<string> = new Set(['latency', 'memory', 'simplicity'])

type FoundWish = Span & { readonly value: Wish }

/** What a clause says of all that it lists, and of what the next clauses list on: "we need retries, tracing and FIPS". */
interface Stance {
  readonly level: 'must' | 'should'
  readonly isDenied: boolean
}

/** Builds what reads the wishes in the clauses of a text. */
export function wishReader(basis: Basis, words: Words): (clauses: readonly Clause[]) => readonly Note[] {
  const phrases = wishPhrases(basis)
  const wishesIn = (clause: Clause): readonly FoundWish[] => {
    const found = phrases.find(clause.tokens)
    const topics = clause.topics.filter(
      (topic) => isRequirable(basis, topic.value) && !found.some((other) => overlaps(other, topic)),
    )
    return [...found, ...topics.map((topic) => ({ ...topic, value: { kind: 'constraint' as const, id: topic.value } }))]
  }
  return (clauses) => {
    const notes: Note[] = []
    let before: Stance | undefined
    for (const [index, clause] of clauses.entries()) {
      const wishes = wishesIn(clause)
      const next = clauses[index + 1]
      // "We need FIPS, but only later": what comes after may put off what came before, if it names nothing itself.
      const after = next?.continues && wishesIn(next).length === 0 ? next.tokens : []
      const listed = before && isListItem(clause, wishes, words) ? before : undefined
      const isAsking = words.circumstances['in-doubt'].find(clause.tokens).length > 0
      const level = isMust(clause, after, words.wishes) && !isAsking ? 'must' : 'should'
      for (const { value, ...span } of wishes) {
        notes.push(
          ...notesOf(basis, value, {
            level: listed?.level ?? level,
            isDenied: listed?.isDenied ?? isDenied(clause.tokens, span, words.wishes),
            isUnwanted: listed?.isDenied ?? isUnwanted(clause.tokens, words.wishes),
            isEmphatic: isEmphatic(clause.tokens, words.wishes),
            isMet: isMet(clause.tokens, words.wishes),
          }),
        )
      }
      before = listed ?? stanceOf(clause, wishes, level, words.wishes)
    }
    return notes
  }
}

const isMust = ({ tokens }: Clause, after: Clause['tokens'], words: Words['wishes']): boolean =>
  isDemanded(tokens, words) && !isDeferred(tokens, words) && !isDeferred(after, words)

/** Whether a clause goes on with a list: it has wishes, and nothing else but what joins them. */
const isListItem = ({ tokens, continues }: Clause, wishes: readonly Span[], words: Words): boolean =>
  continues &&
  wishes.length > 0 &&
  tokens.every((token, at) => words.meshes.joins.has(token) || wishes.some(({ start, end }) => start <= at && at < end))

/** What a clause says of a list that it begins: its demand or refusal stands before the first thing in it. */
function stanceOf(
  { tokens }: Clause,
  wishes: readonly FoundWish[],
  level: Stance['level'],
  words: Words['wishes'],
): Stance | undefined {
  const [first] = [...wishes].sort((a, b) => a.start - b.start)
  if (!first || !isDemanded(tokens.slice(0, first.start), words)) return undefined
  return { level, isDenied: isDenied(tokens, first, words) }
}

function wishPhrases({ rules }: Basis): PhraseFinder<Wish> {
  const phrases = (kind: Wish['kind'], entries: Readonly<Record<string, { readonly words: readonly string[] }>>) =>
    Object.entries(entries).flatMap(([id, { words }]) => words.map((word) => [word, { kind, id }] as const))
  return phraseFinder<Wish>([
    ...phrases('runs', rules.runs),
    ...phrases('constraint', rules.constraints),
    ...phrases('priority', rules.priorities),
  ])
}

/** Whether a topic can be asked for by itself: a mesh has it or not, and no constraint of the criteria asks for it. */
const isRequirable = ({ knowledge }: Basis, id: string): boolean =>
  !isReadOtherwise(knowledge, id) && knowledge.topics.some((topic) => topic.id === id && topic.kind === 'supported')

function notesOf(basis: Basis, { kind, id }: Wish, manner: Manner): readonly Note[] {
  switch (kind) {
    case 'runs':
      return runsNotes(id, manner)
    case 'constraint':
      if (manner.isMet) return [{ constraints: { [id]: 'met' } }]
      if (!manner.isDenied) return [{ constraints: { [id]: manner.level } }]
      return manner.isUnwanted ? [{ constraints: { [id]: 'dont-care' } }] : []
    case 'priority': {
      // What is seen to already is no matter of a mesh.
      if (manner.isMet) return isRequirable(basis, id) ? [{ constraints: { [id]: 'met' } }] : []
      const isAsked = !manner.isDenied && isRequirable(basis, id)
      const isLittle = manner.isDenied && (manner.isUnwanted || !burdens.has(id))
      const weight = isLittle ? 0 : manner.isEmphatic ? 5 : 4
      return [{ priorities: { [id]: weight }, ...(isAsked ? { constraints: { [id]: manner.level } } : {}) }]
    }
  }
}

/** What is run, or is not; what runs outside Kubernetes is to be served too, where nothing else is said. */
const runsNotes = (id: string, { isDenied: isGone, level }: Manner): readonly Note[] => [
  isGone ? { gone: [id] } : { runs: [id] },
  ...(outside.has(id) ? [{ constraints: { 'non-kubernetes': isGone ? ('dont-care' as const) : level } }] : []),
  ...(id === 'kubernetes' ? [{ isAssumed: true, constraints: { 'non-kubernetes': 'dont-care' } } as const] : []),
]

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

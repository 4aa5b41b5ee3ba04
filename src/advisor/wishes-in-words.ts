import { closeStem, type PhraseFinder, phraseFinder, type Span } from '../questions/phrases.ts'
import type { Words } from '../questions/words.ts'
import type { Basis } from './basis.ts'
import type { Clause } from './clauses.ts'
import { isReadOtherwise } from './constraint.ts'
import type { Note } from './draft.ts'
import { outsideKubernetes } from './outside.ts'
import { goesOn, isLikewise, isListItem, levelOf, type Stance, stanceFrom } from './stance.ts'
import {
  isDeferred,
  isDemanded,
  isDenied,
  isDismissed,
  isEmphatic,
  isMet,
  isSupposed,
  isThere,
  isUnwanted,
  meshesBy,
} from './wish-strength.ts'

/** What a phrase of the criteria asks for. */
interface Wish {
  readonly kind: 'constraint' | 'priority' | 'runs'
  readonly id: string
  /** Of a priority: the need by which it is said, where that is not all of what the priority is on. */
  readonly by?: string
}

/** How a wish is put. */
interface Manner {
  readonly level: Stance['level']
  readonly isDenied: boolean
  readonly isUnwanted: boolean
  readonly isEmphatic: boolean
  readonly isMet: boolean
  /** That it is told of as being there, which meets it where something else than a mesh can. */
  readonly isThere: boolean
  /** The meshes that do it. */
  readonly by: readonly string[]
}

/** What is as good as there is little of: "without overhead" asks for it, "we don't care about overhead" does not. */
const burdens: ReadonlySet<string> = new Set(['latency', 'memory', 'simplicity'])

type FoundWish = Span & { readonly value: Wish }

/** Builds what reads the wishes in the clauses of a text. */
export function wishReader(basis: Basis, words: Words): (clauses: readonly Clause[]) => readonly Note[] {
  const wishesIn = wishFinder(basis, words)
  return (clauses) => {
    const notes: Note[] = []
    let stance: Stance | undefined
    let levelBefore: Stance['level'] = 'should'
    for (const [index, part] of clauses.entries()) {
      const wishes = wishesIn(part)
      const [before, next] = [clauses[index - 1], clauses[index + 1]]
      const remark = next && wishesIn(next).length === 0 ? next : undefined
      // "mTLS: decided", "retries: nice to have": what follows a title that names something is said of it.
      const verdict = part.isTitle && wishes.length > 0 ? remark : undefined
      const clause = verdict ? { ...part, tokens: [...part.tokens, ...verdict.tokens], isTitle: false } : part
      const { tokens } = clause
      const isRefused = verdict !== undefined && isRefusal(verdict, words)
      // "We need FIPS, but only later": what comes after may put off what came before, if it names nothing itself.
      const after = remark?.continues ? remark.tokens : []
      const isMetHere = isMet(tokens, words)
      const meshes = meshesBy(clause, words.wishes)
      if (isMetHere && wishes.length > 0) notes.push(...meshes.filter((id) => !isNetwork(basis, id)).map(runningMesh))
      const listed = stance && isListItem(clause, before, wishes, words) ? stance : undefined
      const own = levelOf(clause, after, words)
      const level: Stance['level'] = listed?.level ?? (isLikewise(clause, words.wishes) ? levelBefore : own)
      for (const { value, ...span } of wishes) {
        if (isSupposed(tokens, span, words)) continue
        const isOut = isRefused || isDismissed(tokens, span, words.wishes)
        notes.push(
          ...notesOf(basis, value, {
            level,
            isDenied: isOut || (listed?.isDenied ?? isDenied(tokens, span, words.wishes)),
            isUnwanted: isOut || (listed?.isDenied ?? isUnwanted(tokens, words.wishes)),
            isEmphatic: isEmphatic(tokens, words.wishes),
            isMet: listed?.level !== 'must' && isMetHere,
            isThere: listed?.isThere ?? isThere(clause, span, words),
            by: meshes,
          }),
        )
      }
      levelBefore = level
      stance = listed ?? (stance && goesOn(clause, wishes, words) ? stance : stanceFrom(clause, wishes, own, words))
    }
    return notes
  }
}

/** Finds what clauses ask for: phrases of the criteria, and topics that they do not speak of. */
function wishFinder(basis: Basis, words: Words): (clause: Clause) => readonly FoundWish[] {
  const phrases = wishPhrases(basis)
  return ({ tokens, topics }) => {
    const asides = [words.circumstances['stable-only'], words.wishes.circumstantial].flatMap((set) => set.find(tokens))
    const isAside = (span: Span) => asides.some((aside) => overlaps(span, aside))
    const found = phrases.find(tokens).flatMap(({ value, ...span }) => value.map((wish) => ({ ...span, value: wish })))
    const askers = words.wishes.askers.find(tokens)
    const wished = found.filter(
      (wish) => (wish.value.kind === 'priority' || !isAside(wish)) && !askers.some((one) => overlaps(wish, one)),
    )
    const needs = topics.filter((topic) => isRequirable(basis, topic.value) && !isAside(topic))
    const named = wished.map((wish): FoundWish => {
      const need = needs.find((one) => overlaps(one, wish))
      const isNarrower = wish.value.kind === 'priority' && need !== undefined && need.value !== wish.value.id
      return isNarrower ? { ...wish, value: { ...wish.value, by: need.value } } : wish
    })
    const others = needs.filter((need) => !wished.some((wish) => overlaps(wish, need)))
    return [...named, ...others.map((need) => ({ ...need, value: { kind: 'constraint' as const, id: need.value } }))]
  }
}

/** What each phrase of the criteria asks for; of priorities it may be several, as "overhead" is of memory and of time. */
function wishPhrases({ rules }: Basis): PhraseFinder<readonly Wish[]> {
  const phrases = (kind: Wish['kind'], entries: Readonly<Record<string, { readonly words: readonly string[] }>>) =>
    Object.entries(entries).flatMap(([id, { words }]) => words.map((word) => ({ word, wish: { kind, id } })))
  const all = [
    ...phrases('runs', rules.runs),
    ...phrases('constraint', rules.constraints),
    ...phrases('priority', rules.priorities),
  ]
  return phraseFinder(
    [...Map.groupBy(all, ({ word }) => word)].map(([word, some]) => [word, some.map(({ wish }) => wish)]),
    closeStem,
  )
}

/** Whether a topic can be asked for by itself: a mesh has it or not, and no constraint of the criteria asks for it. */
const isRequirable = ({ knowledge }: Basis, id: string): boolean =>
  !isReadOtherwise(knowledge, id) && knowledge.topics.some((topic) => topic.id === id && topic.kind === 'supported')

/** "Rate limits: no", unless it says more of it: "no, not yet". */
const isRefusal = ({ tokens }: Clause, words: Words): boolean =>
  tokens.some(words.wishes.denials.has) &&
  !isDeferred(tokens, words.wishes) &&
  !isDemanded(tokens, words.wishes) &&
  !isMet(tokens, words)

/** Whether a mesh may be there as the network plug-in alone. */
const isNetwork = ({ rules }: Basis, mesh: string): boolean => rules.cnis.includes(mesh)

const runningMesh = (mesh: string): Note => ({ present: [mesh], runs: [mesh] })

function notesOf(basis: Basis, { kind, id, by = id }: Wish, manner: Manner): readonly Note[] {
  switch (kind) {
    case 'runs':
      return runsNotes(id, manner)
    case 'constraint':
      return constraintNotes(basis, id, manner)
    case 'priority': {
      const needs = isRequirable(basis, by) ? constraintNotes(basis, by, manner) : []
      // What is there, or seen to already, says nothing of what matters in a mesh.
      if (needs.length > 0 && manner.isThere) return needs
      if (
        (manner.isMet && !manner.isDenied && manner.by.length === 0) ||
        needs.some(({ constraints }) => constraints?.[by] === 'met')
      )
        return needs
      const isLittle = manner.isDenied && (manner.isUnwanted || !burdens.has(id))
      const weight = isLittle ? 0 : manner.isEmphatic ? 5 : 4
      return [{ priorities: { [id]: weight } }, ...needs]
    }
  }
}

function constraintNotes(basis: Basis, id: string, manner: Manner): readonly Note[] {
  const { rules } = basis
  const isMetWithout = rules.outcomes['no-mesh-yet']?.meets[id] !== undefined
  const isMet = manner.isMet || (manner.isThere && isMetWithout)
  // What a mesh does that runs is a need for one, unless it does so as the network plug-in and none is needed for that.
  const isOfMesh = manner.by.some((mesh) => !(isMetWithout && isNetwork(basis, mesh)))
  const canBeMet = rules.constraints[id]?.ofPlatform !== true && !isOfMesh
  if (isMet && canBeMet && !manner.isDenied) return [{ constraints: { [id]: 'met' } }]
  if (!manner.isDenied) return [{ constraints: { [id]: manner.level } }]
  return manner.isUnwanted ? [{ constraints: { [id]: 'dont-care' } }] : []
}

/** What is run, or is not; what runs outside Kubernetes is to be served too, where nothing else is said. */
const runsNotes = (id: string, { isDenied: isGone, level }: Manner): readonly Note[] => [
  isGone ? { gone: [id] } : { runs: [id] },
  ...(outsideKubernetes.has(id)
    ? [{ constraints: { 'non-kubernetes': isGone ? ('dont-care' as const) : level } }]
    : []),
  ...(id === 'kubernetes' ? [{ isAssumed: true, constraints: { 'non-kubernetes': 'dont-care' } } as const] : []),
]

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

import { type PhraseFinder, phraseFinder } from '../questions/phrases.ts'
import { findCounts } from '../questions/sizes.ts'
import type { WordSet } from '../questions/word-sets.ts'
import type { Words } from '../questions/words.ts'
import { smallTeam } from './assumptions.ts'
import type { Basis } from './basis.ts'
import type { Clause } from './clauses.ts'
import { isInDoubt, isNamedInDoubt } from './doubt.ts'
import type { Note } from './draft.ts'
import { rejectedIn } from './leaving-in-words.ts'
import { outsideKubernetes } from './outside.ts'
import { isDemanded, isDenied, isWishing } from './wish-strength.ts'

/** How far apart words may stand that belong together, in words. */
const reach = { having: 4, planning: 6, there: 2, networking: 4, denial: 4, person: 2, team: 3, only: 3 } as const

/** Builds what reads the circumstances in a clause: who would run a mesh, and what is there already. */
export function circumstanceReader({ rules }: Basis, words: Words): (clauses: readonly Clause[]) => readonly Note[] {
  const cnis = cniFinder(rules.cnis, words.circumstances.cnis)
  const platforms = outsideFinder(rules.runs)
  const readOne = (clause: Clause): readonly Note[] => [
    ...meshesThere(clause, words),
    ...cniOf(clause, cnis, words.wishes),
    ...teamOf(clause, words.circumstances),
    ...skillsOf(clause, words.circumstances),
    ...onCallOf(clause, words.circumstances),
    ...scopeOf(clause, words),
    ...platformOf(clause, platforms, words),
    ...sidecarsOf(clause, words.circumstances),
    ...rejectedIn(clause, words),
  ]
  return (clauses) =>
    clauses.flatMap((clause, index) => [...readOne(clause), ...stayingCni(clause, clauses[index - 1], cnis, words)])
}

/** Meshes that are there already. Cilium that is there is the network, whether or not it is a mesh too. */
const meshesThere = ({ tokens, mentions }: Clause, { meshes: words, wishes }: Words): readonly Note[] =>
  mentions.flatMap(({ mesh, start, end }): Note[] => {
    const wanted = tokens.slice(0, start).findLastIndex(words.wanting.has)
    const before = tokens.slice(Math.max(wanted + 1, start - reach.having), start)
    const isSaid = wishes.there.find(tokens.slice(end)).some((there) => there.start < reach.there)
    const isPlanned = hasAny(tokens.slice(Math.max(0, start - reach.planning), start), words.planning)
    const isThere = (hasAny(before, words.having) || isSaid) && !isPlanned
    const isNetwork = hasAny(tokens.slice(start + 1, start + 1 + reach.networking), words.networking)
    if (!isThere && !isNetwork) return []
    return [{ present: [mesh], ...(mesh === 'cilium' ? { circumstances: { cni: mesh } } : { runs: [mesh] }) }]
  })

/** Sidecars that are complained of: the needs of a text may do without them. */
const sidecarsOf = ({ tokens }: Clause, words: Words['circumstances']): readonly Note[] =>
  hasAny(tokens, words.sidecars) &&
  (words.complaints.find(tokens).length > 0 ||
    words['sidecars-out'].find(tokens).length > 0 ||
    hasAny(tokens, words['too-much']))
    ? [{ isAssumed: true, constraints: { 'no-sidecar': 'should' } }]
    : []

/** Where it runs, and what of a mesh counts at all. */
function platformOf(clause: Clause, outside: PhraseFinder<string>, all: Words): readonly Note[] {
  const { tokens } = clause
  const words = all.circumstances
  const isOutside = outside.find(tokens).length > 0
  const isWholly = isOutside && hasAny(tokens, words.wholly)
  return [
    ...(words['no-kubernetes'].find(tokens).length > 0 ? [{ circumstances: { kubernetes: false } }] : []),
    ...(isWholly ? [{ isAssumed: true, circumstances: { kubernetes: false } } as const] : []),
    ...(isInDoubt(tokens, all) || isNamedInDoubt(clause, all) ? [{ circumstances: { 'mesh-in-doubt': true } }] : []),
    ...joinedOf(tokens, isOutside, words),
    ...(words['stable-only'].find(tokens).length > 0 ? [{ circumstances: { 'stable-only': true } }] : []),
    ...(words.apart.find(tokens).length > 0
      ? [{ constraints: { 'multi-cluster': 'dont-care' }, priorities: { 'multi-cluster': 0 } } as const]
      : []),
  ]
}

/** What runs in several places and is one mesh: clusters are joined, and machines outside are part of it. */
const joinedOf = (tokens: Clause['tokens'], isOutside: boolean, { joined }: Words['circumstances']): readonly Note[] =>
  joined.find(tokens).length > 0
    ? [
        { circumstances: { 'clusters-joined': true } },
        ...(isOutside ? [{ constraints: { 'non-kubernetes': 'must' as const } }] : []),
      ]
    : []

/** Finds other platforms than Kubernetes. */
const outsideFinder = (runs: Basis['rules']['runs']): PhraseFinder<string> =>
  phraseFinder(
    Object.entries(runs).flatMap(([id, { words }]) =>
      outsideKubernetes.has(id) ? words.map((word) => [word, id] as const) : [],
    ),
  )

/** What is no name of a network plug-in, or is one of a mesh too. */
const notByName: ReadonlySet<string> = new Set(['other', 'open', 'cilium'])

/** Finds network plug-ins by their ids, written apart, and by other words for them. Cilium is read as a mesh. */
const cniFinder = (ids: readonly string[], others: Readonly<Record<string, readonly string[]>>): PhraseFinder<string> =>
  phraseFinder(
    ids.flatMap((id) =>
      [...(notByName.has(id) ? [] : [id]), ...(others[id] ?? [])].map((phrase) => [phrase, id] as const),
    ),
  )

const cniOf = ({ tokens }: Clause, cnis: PhraseFinder<string>, words: Words['wishes']): readonly Note[] =>
  cnis
    .find(tokens)
    .filter((found) => !isDenied(tokens, found, words))
    .map(({ value }) => ({ circumstances: { cni: value } }))

/** "The CNI is fixed", "the VPC CNI, which we are not allowed to replace": what is named may stand in the part before. */
function stayingCni(
  { tokens, continues }: Clause,
  before: Clause | undefined,
  cnis: PhraseFinder<string>,
  { circumstances: words, wishes, choosing }: Words,
): readonly Note[] {
  const isNamed = (some: Clause['tokens']) => words.network.find(some).length > 0 || cnis.find(some).length > 0
  const isOfBefore = continues && before && choosing.which.has(tokens[0]?.word ?? '') && isNamed(before.tokens)
  if (!isNamed(tokens) && !isOfBefore) return []
  const stays = words.stays.find(tokens).some((span) => !isDenied(tokens, span, wishes))
  const replaced = tokens.findIndex(({ word }) => words.replaced.has(word))
  const isKept = stays || tokens.slice(0, Math.max(0, replaced)).some((token) => denies(token, wishes, words))
  if (!isKept) return []
  return [
    {
      constraints: { 'keep-cni': isWishing(tokens, wishes) && !isDemanded(tokens, wishes) ? 'should' : 'must' },
    },
  ]
}

const denies = (token: Clause['tokens'][number], wishes: Words['wishes'], { lacks }: Words['circumstances']): boolean =>
  wishes.denials.has(token) || lacks.has(token)

/** A team of one, or one that is only called small. One that is counted is read as a size. */
function teamOf({ tokens, quantities }: Clause, words: Words['circumstances']): readonly Note[] {
  const ofUs = words['of-us'].find(tokens)
  const counted = quantities.find(({ end }) => ofUs.some(({ start }) => start === end))
  if (counted) return [{ circumstances: { 'team-size': counted.value } }]
  const isAlone =
    words['alone-phrases'].find(tokens).length > 0 ||
    tokens.some(
      (token, at) =>
        words.alone.has(token) &&
        tokens.slice(at + 1, at + 1 + reach.person).some(({ word }) => words.person.has(word)),
    )
  if (isAlone) return [{ circumstances: { 'team-size': 1 } }]
  const isSmall = tokens.some(
    (token, at) =>
      words.team.has(token) && hasAny(tokens.slice(Math.max(0, at - reach.team), at + 1 + reach.team), words.small),
  )
  return isSmall ? [{ isAssumed: true, circumstances: { 'team-size': smallTeam }, assumptions: ['small-team'] }] : []
}

/** What somebody can do or nobody can: "nobody knows Envoy", "no Envoy experience", "good with eBPF". */
function skillsOf({ tokens }: Clause, words: Words['circumstances']): readonly Note[] {
  const isSkill = hasAny(tokens, words.skilled)
  return (['envoy-skill', 'ebpf-skill'] as const).flatMap((field): Note[] => {
    const at = tokens.findIndex((token) => words.skills[field].has(token))
    if (at < 0) return []
    const before = tokens.slice(0, at)
    const isNone = words.nobody.find(before).length > 0 || (isSkill && hasAny(before, words.lacks))
    return isNone || isSkill ? [{ circumstances: { [field]: isNone ? 'none' : 'good' } }] : []
  })
}

/** Nobody on call. */
const onCallOf = ({ tokens }: Clause, words: Words['circumstances']): readonly Note[] =>
  words['on-call'].find(tokens).flatMap(({ start }): Note[] => {
    const before = tokens.slice(Math.max(0, start - reach.denial), start)
    const isNobody = words.nobody.find(before).length > 0 || hasAny(before, words.lacks)
    return isNobody ? [{ circumstances: { 'on-call': 'none' } }] : []
  })

/** How many clusters, and how much is wanted at all. */
function scopeOf({ tokens, quantities }: Clause, words: Words): readonly Note[] {
  const { clusters } = findCounts(tokens, quantities, words.quantities)
  const isOne = words.circumstances['one-cluster'].find(tokens).length > 0
  const isLittle = words.wishes.little.find(tokens).length > 0
  return [
    ...(clusters === undefined ? [] : [{ circumstances: { clusters } }]),
    ...(isOne ? [{ isAssumed: true, circumstances: { clusters: 1 } } as const] : []),
    ...(isIngressOnly(tokens, words.circumstances) ? [{ circumstances: { 'ingress-only': true } }] : []),
    ...(isLittle ? [{ isAssumed: true, priorities: { simplicity: 4 }, assumptions: ['wants-little'] } as const] : []),
  ]
}

/** "We only need an ingress", "nothing but north-south", "ingress only". */
const isIngressOnly = (tokens: Clause['tokens'], words: Words['circumstances']): boolean =>
  words['ingress-only'].find(tokens).length > 0 ||
  words.ingress.find(tokens).some(({ start, end }) => {
    const before = tokens.slice(Math.max(0, start - reach.only), start)
    return hasAny(before, words.only) || words['only-phrases'].find(before).length > 0 || words.only.has(tokens[end])
  })

const hasAny = (tokens: Clause['tokens'], words: WordSet): boolean => tokens.some((token) => words.has(token))

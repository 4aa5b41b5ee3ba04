import type { Knowledge, ModeOfMesh } from '../knowledge/knowledge.ts'
import { type Found, type PhraseFinder, phraseFinder, type Span, singular } from './phrases.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import type { Sizes } from './question.ts'
import { findCounts, labelsOf, withoutVersions } from './sizes.ts'
import { type Speller, speller } from './spelling.ts'
import { type Token, tokenize } from './tokens.ts'
import type { PhraseSet } from './word-sets.ts'
import type { Words } from './words.ts'

/** A mesh named in a text: by its name or a nickname, or by a part that only it has. */
export interface Mention extends Span {
  readonly words: string
  readonly mesh: string
  readonly by: 'name' | 'part'
}

/** What stands in a text, found by the vocabulary of the knowledge, before any of it is weighed. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly topics: readonly Found<string>[]
  readonly groups: readonly Found<string>[]
  readonly traits: readonly Found<string>[]
  readonly terms: readonly Found<string>[]
  /** Modes of any mesh that words of the text may mean. */
  readonly modes: readonly Found<ModeOfMesh>[]
  /** The numbers, without versions. */
  readonly quantities: readonly Quantity[]
  readonly sizes: Sizes
}

export interface Reader {
  read(text: string): Reading
  /** The language that it reads by. */
  readonly words: Words
}

type MeshWord = Omit<Mention, keyof Span | 'words'>

/**
 * Builds a reader from the words that the knowledge files give for meshes, topics, groups, traits and terms, and from
 * its own language.
 */
export function createReader(knowledge: Knowledge, words: Words): Reader {
  const meshes = phraseFinder(meshWords(knowledge), singular)
  const topics = phraseFinder(
    knowledge.topics.flatMap(({ id, title, words }) => [title, ...words].map((word) => [word, id] as const)),
  )
  const groups = phraseFinder(
    knowledge.groups.flatMap(({ id, title, words }) => [title, ...words].map((word) => [word, id] as const)),
  )
  const traits = phraseFinder(knowledge.traits.flatMap(({ id, words }) => words.map((word) => [word, id] as const)))
  const terms = phraseFinder(
    knowledge.terms.flatMap(({ id, term, aliases }) => [term, ...aliases].map((word) => [word, id] as const)),
  )
  const modes = knowledge.meshes.map((mesh) =>
    phraseFinder(
      Object.entries(mesh.modes).flatMap(([mode, { words }]) =>
        words.map((word) => [word, { mesh: mesh.id, mode }] as const),
      ),
    ),
  )
  const names = nameSpeller(knowledge)

  const read = (text: string): Reading => {
    const tokens = toThePoint(tokenize(text), words.turns.courtesies)
    const numbers = findQuantities(tokens, words.quantities)
    const labels = labelsOf(tokens, numbers)
    // "VirtualServices: 45" in a list of numbers counts something, and means no mesh.
    const mentions = findMentions(tokens, meshes, names).filter(
      ({ by, start, end }) =>
        !endsHostName(tokens, start, end) &&
        (by === 'name' || !labels.some((label) => start <= label.start && label.end <= end)),
    )
    const quantities = withoutVersions(numbers, tokens, mentions, words.quantities)
    const { clusters: _, ...sizes } = findCounts(tokens, quantities, words.quantities)
    return {
      text,
      tokens,
      mentions,
      topics: topics.find(tokens),
      groups: groups.find(tokens),
      traits: traits.find(tokens),
      terms: terms.find(tokens),
      modes: modes.flatMap((finder) => finder.find(tokens)),
      quantities,
      sizes,
    }
  }
  return { read, words }
}

/**
 * Whether a name stands last in a host name, as in "web.service.consul", which says nothing of the mesh. A project's own
 * domain does: "config.linkerd.io/…".
 */
const endsHostName = (tokens: readonly Token[], start: number, end: number): boolean =>
  end - start === 1 && tokens[start]?.gap === '.' && tokens[end]?.gap !== '.'

/** A text without the courtesies that it begins with, unless it is nothing else: "hello" by itself stays. */
function toThePoint(tokens: readonly Token[], courtesies: PhraseSet): readonly Token[] {
  const first = courtesies.find(tokens).find(({ start }) => start === 0)
  const rest = first ? tokens.slice(first.end) : tokens
  return first && rest.length > 0 ? toThePoint(rest, courtesies) : tokens
}

/** A phrase that holds a mesh's name but means something else, such as a product of the same vendor, leads nowhere. */
function* meshWords(knowledge: Knowledge): Generator<readonly [string, MeshWord | undefined]> {
  for (const { id: mesh, name, aliases, parts, lookalikes } of knowledge.meshes) {
    for (const alias of [mesh, name, ...aliases]) yield [alias, { mesh, by: 'name' }]
    for (const part of parts) yield [part, { mesh, by: 'part' }]
    for (const lookalike of lookalikes) yield [lookalike, undefined]
  }
  for (const { mesh, term, aliases } of knowledge.terms) {
    if (mesh) for (const word of [term, ...aliases]) yield [word, { mesh, by: 'part' }]
  }
}

interface NameSpeller {
  readonly speller: Speller
  readonly wordOf: ReadonlyMap<string, MeshWord>
}

/** A speller for names and parts that are one word; every other word of the knowledge is known, and so no slip. */
function nameSpeller(knowledge: Knowledge): NameSpeller {
  const wordOf = new Map<string, MeshWord>()
  for (const { id: mesh, name, parts } of knowledge.meshes) {
    for (const part of parts) wordOf.set(part.toLowerCase(), { mesh, by: 'part' })
    wordOf.set(name.toLowerCase(), { mesh, by: 'name' })
  }
  const vocabulary = [
    ...knowledge.topics.flatMap(({ words, phrasings, meaning }) => [...words, ...phrasings, meaning]),
    ...knowledge.terms.flatMap(({ term, aliases, meaning }) => [term, ...aliases, meaning]),
  ]
  const known = new Set(vocabulary.flatMap((text) => tokenize(text).map(({ word }) => word)))
  return { speller: speller([...wordOf.keys()], known), wordOf }
}

function findMentions(
  tokens: readonly Token[],
  meshes: PhraseFinder<MeshWord | undefined>,
  names: NameSpeller,
): Mention[] {
  const found = meshes.find(tokens)
  const exact = found.flatMap(({ value, ...place }) => (value ? [{ ...place, ...value }] : []))
  const slips = tokens.flatMap(({ word }, start): Mention[] => {
    if (found.some((place) => place.start <= start && start < place.end)) return []
    const meant = names.wordOf.get(names.speller.nearest(word) ?? '')
    return meant ? [{ start, end: start + 1, words: word, ...meant }] : []
  })
  return [...exact, ...slips].sort((a, b) => a.start - b.start)
}

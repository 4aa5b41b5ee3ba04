import type { Intent } from './question.ts'
import type { Mention, Reading } from './reading.ts'
import { type Token, tokenize } from './tokens.ts'
import type { Words } from './words.ts'

/** The intents that leave a mesh out; the others are about the meshes that they name. */
const mayExclude = new Set<Intent>(['fact', 'best', 'recommend'])
const reachBefore = 2
const reachAfter = 4

/**
 * The meshes that a text is about, in the order named. A part that two meshes share belongs to the one that is named;
 * a mesh that is named only to be set aside is left out, unless it is the one being left for another.
 */
export function meshesMeant(reading: Reading, intent: Intent, words: Words['meshes']): readonly string[] {
  const mentions = reading.mentions.map((mention) => ({ ...mention, mesh: ownerOf(mention, reading) }))
  const all = [...new Set(mentions.map(({ mesh }) => mesh))]
  if (!mayExclude.has(intent)) return all
  const tagged = all.length > 1 ? taggedIn(reading, mentions) : []
  if (tagged.length > 0 && intent === 'fact') return tagged
  const meant = withoutSetAside({ ...reading, mentions }, words)
  // "Everything but X" is about the others, which is to say about no particular one.
  const onlyExcludes = mentions.some(({ start }) => words.excluding.has(reading.tokens[start - 1]))
  return meant.length > 0 || intent !== 'fact' || onlyExcludes ? meant : all
}

/** What stands in brackets before or after everything else: "[linkerd] …", "… (istio)". */
const tags = [/^\s*[([]([^()[\]]{2,40})[)\]]/, /[([]([^()[\]]{2,40})[)\]][\s?.!]*$/]

/** The meshes that a text is marked with, as titles of threads are: the others it names only beside them. */
function taggedIn({ text }: Reading, mentions: readonly Mention[]): readonly string[] {
  const marks = tags.flatMap((tag) => tokenize(tag.exec(text)?.[1] ?? '').map(({ word }) => word))
  return [
    ...new Set(
      mentions.flatMap(({ words, mesh }) => (words.split(' ').some((word) => marks.includes(word)) ? [mesh] : [])),
    ),
  ]
}

/** The meshes that a text names, without those that it names only to set them aside. */
export const withoutSetAside = (reading: Reading, words: Words['meshes']): readonly string[] => [
  ...new Set(reading.mentions.filter((mention) => !isSetAside(mention, reading, words)).map(({ mesh }) => mesh)),
]

function ownerOf(mention: Mention, { mentions, modes }: Reading): string {
  if (mention.by === 'name') return mention.mesh
  const named = mentions.filter(({ by }) => by === 'name').map(({ mesh }) => mesh)
  const sharer = modes.find(({ start, value }) => start === mention.start && named.includes(value.mesh))
  return named.includes(mention.mesh) || !sharer ? mention.mesh : sharer.value.mesh
}

function isSetAside(mention: Mention, { tokens, mentions }: Reading, words: Words['meshes']): boolean {
  const others = mentions.filter((other) => other !== mention)
  const isFree = (index: number) => !others.some(({ start, end }) => start <= index && index < end)
  const between = (from: number, to: number): readonly Token[] =>
    tokens.filter((_, index) => from <= index && index < to && isFree(index))
  // "Forget X, Y then" sets X aside; "neither X nor Y" both.
  const last = Math.max(0, ...others.map(({ end }) => (end <= mention.start ? end : 0)))
  const from = words.joins.has(tokens[mention.start - 1]) || words.excluding.has(tokens[mention.start - 1]) ? 0 : last
  return (
    between(Math.max(from, mention.start - reachBefore), mention.start).some(
      (token) => words['set-aside-before'].has(token) || words.excluding.has(token),
    ) || between(mention.end, mention.end + reachAfter).some((token) => words['set-aside-after'].has(token))
  )
}

/** The mesh that a migration leaves, where a word right before its name says so: "from X", "replacing X". */
export function leavingOf({ tokens, mentions }: Reading, words: Words['meshes']): { leaves?: string } {
  const left = mentions.find(({ start }) => words.leaving.has(tokens[start - 1]))
  return left ? { leaves: left.mesh } : {}
}

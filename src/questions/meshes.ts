import type { Intent } from './question.ts'
import type { Mention, Reading } from './reading.ts'

/** Stems right before a name that leave the mesh out and mean all the others: "everything but X". */
const excluding = new Set(['except', 'but', 'besid', 'exclud', 'neither', 'nor'])
/** Stems before or after a name that set the mesh aside: "we dropped X", "X is ruled out". */
const asideBefore = new Set([
  ...excluding,
  'drop',
  'left',
  'leav',
  'forget',
  'not',
  'without',
  'ditch',
  'remov',
  'abandon',
  'tri',
  'dont',
  'reject',
  'hate',
  'instead',
  'than',
])
/** Stems before a name that say that it is left for another. */
const leaving = new Set(['from', 'off', 'leav', 'left', 'replac', 'drop', 'ditch', 'quit', 'abandon', 'out', 'of'])
const asideAfter = new Set(['out', 'asid', 'reject', 'exclud', 'thrown', 'gone'])
/** The intents that leave a mesh out; the others are about the meshes that they name. */
const mayExclude = new Set<Intent>(['fact', 'best', 'recommend'])
const reachBefore = 2
const reachAfter = 4

/**
 * The meshes that a text is about, in the order named. A part that two meshes share belongs to the one that is named;
 * a mesh that is named only to be set aside is left out, unless it is the one being left for another.
 */
export function meshesMeant(reading: Reading, intent: Intent): readonly string[] {
  const mentions = reading.mentions.map((mention) => ({ ...mention, mesh: ownerOf(mention, reading) }))
  const all = [...new Set(mentions.map(({ mesh }) => mesh))]
  if (!mayExclude.has(intent)) return all
  const kept = mentions.filter((mention) => !isSetAside(mention, reading)).map(({ mesh }) => mesh)
  const meant = [...new Set(kept)]
  // "Everything but X" is about the others, which is to say about no particular one.
  const onlyExcludes = mentions.some(({ start }) => excluding.has(reading.tokens[start - 1]?.stem ?? ''))
  return meant.length > 0 || intent !== 'fact' || onlyExcludes ? meant : all
}

function ownerOf(mention: Mention, { mentions, modes }: Reading): string {
  if (mention.by === 'name') return mention.mesh
  const named = mentions.filter(({ by }) => by === 'name').map(({ mesh }) => mesh)
  const sharer = modes.find(({ start, value }) => start === mention.start && named.includes(value.mesh))
  return named.includes(mention.mesh) || !sharer ? mention.mesh : sharer.value.mesh
}

function isSetAside(mention: Mention, { tokens, mentions }: Reading): boolean {
  const others = mentions.filter((other) => other !== mention)
  const free = (index: number) => !others.some(({ start, end }) => start <= index && index < end)
  const stemsAt = (from: number, to: number) =>
    tokens.slice(Math.max(0, from), to).flatMap(({ stem }, offset) => (free(Math.max(0, from) + offset) ? [stem] : []))
  return (
    stemsAt(mention.start - reachBefore, mention.start).some((stem) => asideBefore.has(stem)) ||
    stemsAt(mention.end, mention.end + reachAfter).some((stem) => asideAfter.has(stem))
  )
}

/** The mesh that a migration leaves, where a word right before its name says so: "from X", "replacing X". */
export function leavingOf({ tokens, mentions }: Reading): { leaves?: string } {
  const left = mentions.find(({ start }) => leaving.has(tokens[start - 1]?.stem ?? ''))
  return left ? { leaves: left.mesh } : {}
}

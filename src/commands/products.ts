import type { Neighbour } from '../knowledge/knowledge.ts'
import type { NeighbourFinder } from '../questions/neighbours.ts'
import type { Span } from '../questions/phrases.ts'
import type { Question } from '../questions/question.ts'
import type { Reader, Reading } from '../questions/reading.ts'
import type { Token } from '../questions/tokens.ts'
import type { Words } from '../questions/words.ts'
import type { Command } from './command.ts'
import { heldAgainst } from './held-against.ts'
import { doubtfulBelow, sureFrom } from './question-reading.ts'
import { oneThingMissing } from './tools.ts'

/** What it takes to tell products beside the meshes. */
export interface Products {
  readonly reader: Reader
  readonly neighbours: readonly Neighbour[]
  readonly finder: NeighbourFinder
}

/** A product that is no mesh, held against one of ours where no topic is surely meant: what it is, and is to that mesh. */
export function againstMesh(
  { intent, confidence, topics, content }: Question,
  reading: Reading,
  special: Products,
): Command | undefined {
  const { neighbours, finder, reader } = special
  const held = heldAgainst(reading, finder, reader.words)
  const names = held?.words.split(' ') ?? []
  const isOnNames = content.every((word) => names.includes(word))
  if (intent === 'fact' && topics.length > 0 && confidence >= sureFrom && !isOnNames) return undefined
  const tools = neighbours.filter(({ id, kind }) => held?.ids.includes(id) && !rivals.has(kind))
  const [tool, ...others] = tools
  if (!held || !tool) return undefined
  if (others.length > 0) return whichOf(tools, reading.text, held.words, { mesh: held.mesh })
  return { kind: 'neighbour', neighbour: tool.id, mesh: held.mesh }
}

/**
 * A product beside the meshes, or a word that several go by: where none of the meshes is named, or several are beside a
 * product that is asked about itself.
 */
export function nextDoor(
  reading: Reading,
  question: Question,
  { reader, finder, neighbours }: Products,
): Command | undefined {
  const { tokens, mentions, text } = reading
  const { named, unclear } = finder.find(tokens)
  const isAsked = (one: Span) => isSubject(tokens, one, reader.words.aspects)
  const own = mentions.filter(({ start, end }) => !named.some((one) => one.start <= start && end <= one.end))
  const asked = named.find(isAsked)
  if (own.length > 0 && !(asked !== undefined && own.length > 1)) return undefined
  const only = asked ?? named.find(({ shared }) => !shared)
  const { intent, confidence, topics } = question
  const isSure = intent !== 'none' && confidence >= sureFrom && topics.length > 0
  if (only) {
    const neighbour = neighbours.find(({ id }) => id === only.id)
    const isOurs = neighbour?.basedOn !== undefined && intent === 'fact' && topics.length > 0
    const isAside = neighbour !== undefined && !rivals.has(neighbour.kind) && asked === undefined && isSure
    return isOurs || isAside ? undefined : { kind: 'neighbour', neighbour: only.id, ...topicAsked(question, reading) }
  }
  const word =
    unclear.find(isAsked) ?? (isSure || (confidence >= doubtfulBelow && intent !== 'none') ? undefined : unclear[0])
  return (
    word &&
    whichOf(
      neighbours.filter(({ id }) => word.ids.includes(id)),
      text,
      word.words,
      topicAsked(question, reading),
    )
  )
}

/** The topic that is asked of a product: one that is told well enough to speak of it, or that words of the text name. */
function topicAsked({ topics: [told], confidence }: Question, { topics }: Reading): { readonly topic?: string } {
  const topic =
    told !== undefined && confidence >= doubtfulBelow ? told : topics.find(({ start, end }) => end - start > 1)?.value
  return topic === undefined ? {} : { topic }
}

/** Words that several products go by: which is meant, maybe beside one of our meshes. */
const whichOf = (
  tools: readonly Neighbour[],
  said: string,
  words: string,
  asked: { readonly mesh?: string; readonly topic?: string },
): Command => ({
  kind: 'incomplete',
  said,
  title: oneThingMissing,
  problem: `Several products go by "${words}": which do you mean?`,
  choices: tools.map(({ id, name }) => ({
    label: name,
    command: { kind: 'neighbour', neighbour: id, ...asked },
  })),
})

/** Whether a question is put of a product itself: "does contour support X", "are filters supported (contour)". */
const isSubject = (tokens: readonly Token[], { start }: Span, { whether }: Words['aspects']): boolean =>
  whether.has(tokens[start - 1]?.word ?? '') || /[([]/.test(tokens[start]?.gap ?? '')

/** What is compared with our meshes, rather than used beside them. */
const rivals = new Set<Neighbour['kind']>(['mesh', 'managed-mesh'])

/** A question with what it says of products beside the meshes: a build of a mesh stands for that mesh. */
export function besideOf(
  reading: Reading,
  question: Question,
  { reader, finder, neighbours }: Products,
): { readonly question: Question; readonly beside?: string } {
  const { named } = finder.find(reading.tokens)
  const held = heldAgainst(reading, finder, reader.words)?.ids ?? []
  const inside = (start: number, end: number) => named.some((one) => one.start <= start && end <= one.end)
  const outside = new Set(reading.mentions.filter(({ start, end }) => !inside(start, end)).map(({ mesh }) => mesh))
  const [first] = named.flatMap(({ id, shared }) => {
    const found = neighbours.find((one) => one.id === id)
    const isTold = found && (held.includes(id) || rivals.has(found.kind) || found.basedOn !== undefined)
    return isTold && !shared ? [found] : []
  })
  if (!first) return { question }
  const ours = question.meshes.filter((id) => outside.has(id) || !reading.mentions.some(({ mesh }) => mesh === id))
  const meshes = ours.length === 0 && first.basedOn !== undefined ? [first.basedOn] : ours
  const [only, ...others] = ours.length > 0 ? ours : question.named.filter((id) => outside.has(id))
  // "Istio or Kuma" asks of ours what there is to it, and no comparison with those that nobody named.
  const isOfOne = only !== undefined && others.length === 0
  const asProfile = isOfOne && (question.intent === 'none' || question.intent === 'compare')
  const topics =
    asProfile && question.topics.length === 0 ? reading.topics.slice(0, 1).map(({ value }) => value) : question.topics
  const intent = asProfile ? (topics.length > 0 ? 'fact' : 'profile') : question.intent
  const names = new Set(named.flatMap(({ start, end }) => reading.tokens.slice(start, end).map(({ word }) => word)))
  const content = question.content.filter((word) => !names.has(word))
  return {
    question: { ...question, intent, topics, meshes: asProfile ? [only] : meshes, content, grounded: true },
    beside: first.id,
  }
}

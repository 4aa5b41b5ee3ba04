import { compareMeshes, factOn, showMesh } from '../commands/make.ts'
import { findMesh, findTopic, type Knowledge, type Mesh, type Neighbour, type Topic } from '../knowledge/knowledge.ts'
import { inSentence, listed, showDate, wordsAlone } from '../wording.ts'
import type { NeighbourAnswer, Suggestion } from './answer.ts'
import type { Known } from './known.ts'

/** What is asked of a product: how it stands to one of our meshes, or something on one of our topics. */
export interface AskedOfNeighbour {
  readonly beside?: Mesh
  readonly topic?: Topic
}

/** What a product beside the meshes is, whether it goes on, and where to read on. */
export function answerNeighbour(
  { knowledge, facts }: Known,
  id: string,
  { beside, topic }: AskedOfNeighbour = {},
): NeighbourAnswer {
  const neighbour = neighbourOf(knowledge, id)
  const names = listed(knowledge.meshes.map(({ name }) => name))
  const first = beside ? `${relationTo(knowledge, neighbour, beside)} ` : topic ? gapOn(neighbour, topic) : ''
  return {
    kind: 'neighbour',
    understood: neighbour.name,
    headline: `${first}${lifeOf(neighbour)} My facts end at ${names}.`,
    neighbour: { id, name: neighbour.name },
    what: neighbour.what,
    notes: [neighbour.state.note, neighbour.instead, neighbour.unverified && `Not confirmed: ${neighbour.unverified}`]
      .filter((note) => note !== undefined)
      .filter(Boolean),
    relations: neighbour.relations.map(({ mesh, how, note }) => ({
      mesh: findMesh(knowledge, mesh)?.name ?? mesh,
      how: relationWords[how],
      note,
    })),
    sources: facts.cite(neighbour.sources),
    checked: neighbour.checked,
    suggestions: nextOf(knowledge, neighbour),
  }
}

/** What a product is, and whether it goes on, stands in what is known of every one. */
const told = new Set(['data-plane', 'best-fit', 'maturity', 'release-support', 'community', 'adopters', 'migration'])

/** That nothing is known of a product on a topic, unless its own few lines speak of it. */
function gapOn({ name, what, instead, state }: Neighbour, { id, title, words }: Topic): string {
  const said = wordsAlone([what, instead, state.note].join(' '))
  if (told.has(id) || [title, ...words].some((word) => said.includes(wordsAlone(word).trimEnd()))) return ''
  return `I have nothing on ${inSentence(title)} in ${name}; `
}

export function neighbourOf({ neighbours }: Knowledge, id: string): Neighbour {
  const found = neighbours.find((one) => one.id === id)
  if (!found) throw new Error(`no neighbour "${id}": a command was answered by other knowledge than it was read by`)
  return found
}

const relationWords = {
  'built-on': 'built on it',
  'part-of': 'a part of it',
  'works-beside': 'works beside it',
  'alternative-to': 'an alternative to it',
  'replaced-by': 'replaced by it',
} as const

/** How a product stands to one of our meshes: "Dapr works beside Linkerd: …". */
function relationTo(knowledge: Knowledge, { name, relations }: Neighbour, mesh: Mesh): string {
  const relation = relations.find((one) => one.mesh === mesh.id)
  if (!relation) return `I have nothing on ${name} together with ${mesh.name}.`
  const says = `${name} ${relationPhrases[relation.how]} ${mesh.name}`
  if (relation.note) return `${says}: ${relation.note.replace(/\.$/, '')}.`
  const topic = relation.topic === undefined ? undefined : findTopic(knowledge, relation.topic)
  return topic ? `${says}; how stands under ${inSentence(topic.title)}.` : `${says}; no page of either says how.`
}

const relationPhrases = {
  'built-on': 'is built on',
  'part-of': 'is a part of',
  'works-beside': 'works beside',
  'alternative-to': 'is an alternative to',
  'replaced-by': 'was replaced by',
} as const

/** What it is, its end first where there is one: "AWS App Mesh ended on 30 Sep 2026: …". */
export function lifeOf({ name, what, state }: Neighbour): string {
  const when = state.date === undefined ? '' : ` ${preposition(state.date)} ${showPartialDate(state.date)}`
  const is = afterColon(what)
  switch (state.is) {
    case 'ended':
      return `${name} ended${when}: ${is}`
    case 'archived':
      return `${name} was archived${when}: ${is}`
    case 'announced-end':
      return `${name} will end${when}: ${is}`
    case 'maintained-little':
      return `${name} is maintained, without new features: ${is}`
    case 'living':
      return `${(isSentence.test(what) ? what : `${name} is ${is}`).replace(/\.$/, '')}${signOf(state.date)}`
    case 'unknown':
      return `${name}: ${what} Whether it goes on is not known.`
  }
}

/** What says by itself which thing it speaks of: "SPIFFE is a standard". */
const isSentence = /^\p{Lu}\S* is /u

const signOf = (date: string | undefined): string =>
  date === undefined ? '.' : `; its newest sign of life seen is of ${showPartialDate(date)}.`

/** A sentence after a colon: names keep their capital. */
const afterColon = (text: string): string => (/^(An?|The|One) /.test(text) ? inSentence(text) : text)

const preposition = (date: string): string => (date.length === 10 ? 'on' : 'in')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function showPartialDate(date: string): string {
  if (date.length === 10) return showDate(date)
  const [year, month] = date.split('-')
  return month === undefined ? `${year}` : `${months[Number(month) - 1]} ${year}`
}

/** An answer about our meshes to a question that names this product too: what it is first, or which build it is last. */
export function besideNeighbour(knowledge: Knowledge, id: string, headline: string): string {
  const { name, basedOn, state, what, instead } = neighbourOf(knowledge, id)
  const base = basedOn === undefined ? undefined : findMesh(knowledge, basedOn)?.name
  if (base !== undefined) return `${headline} That is upstream ${base}, on which ${name} is built.`
  const isOver = state.is === 'ended' || state.is === 'archived'
  const when = state.date === undefined ? '' : ` since ${showPartialDate(state.date)}`
  const next = isOver && instead ? ` Instead: ${instead}` : ''
  return `I don't compare ${name}${isOver ? `, which is over${when}` : ''}: ${afterColon(what)}${next} ${headline}`
}

function nextOf(knowledge: Knowledge, { basedOn, relations }: Neighbour): Suggestion[] {
  const base = basedOn === undefined ? undefined : findMesh(knowledge, basedOn)
  const topics = relations.flatMap(({ mesh: id, topic: topicId }) => {
    const mesh = findMesh(knowledge, id)
    const topic = topicId === undefined ? undefined : findTopic(knowledge, topicId)
    return mesh && topic ? [{ label: `${mesh.name}: ${topic.title}`, command: factOn([mesh.id], topic.id) }] : []
  })
  return [
    ...(base ? [{ label: `All on ${base.name}`, command: showMesh(base.id) }] : []),
    ...topics.slice(0, 3),
    { label: 'Compare the meshes', command: compareMeshes(knowledge.meshes.slice(0, 4).map(({ id }) => id)) },
  ]
}

import type { LineSearch } from '../facts/line-search.ts'
import type { Neighbour } from '../knowledge/knowledge.ts'
import {
  asksWhatLacks,
  isForeign,
  smallTalkOf,
  type Trouble,
  toBotOf,
  togetherIn,
  troubleOf,
} from '../questions/aside.ts'
import { asksWhether } from '../questions/aspect.ts'
import type { NeighbourFinder } from '../questions/neighbours.ts'
import type { Span } from '../questions/phrases.ts'
import type { Question } from '../questions/question.ts'
import type { Reader, Reading } from '../questions/reading.ts'
import type { Token } from '../questions/tokens.ts'
import type { Vocabulary } from '../questions/vocabulary.ts'
import type { Words } from '../questions/words.ts'
import { readByLines } from './by-lines.ts'
import type { Command } from './command.ts'
import { heldAgainst } from './held-against.ts'
import { troubleWith } from './make.ts'
import { oneThingMissing } from './tools.ts'

/** What it takes to tell what is no question about a fact. */
export interface Special {
  readonly reader: Reader
  readonly neighbours: readonly Neighbour[]
  readonly finder: NeighbourFinder
  readonly lines: LineSearch
  readonly vocabulary: Vocabulary
}

/** From here on a reading stands, whatever trouble the words tell of. */
const sure = 0.6
/** From here on a question is one, whatever small talk its words would be. */
const surely = 0.8
/** From here on a topic is told well enough to point to its page. */
const likely = 0.4

/**
 * The command of a text that no fact settles: small talk, another language, a product beside the meshes, trouble, or how
 * a setting is written. Undefined for every other.
 */
export function specialCommand(reading: Reading, question: Question, special: Special): Command | undefined {
  const { text, tokens } = reading
  const { words } = special.reader
  const talk = smallTalkOf(tokens, words['small-talk'])
  if (talk && (question.intent === 'none' || question.confidence < surely || talk === 'thanks'))
    return { kind: 'help', about: talk }
  if (isForeign(text, tokens, words)) return { kind: 'none', meshes: [], near: [], foreign: true }
  const toBot = question.intent === 'none' || !question.grounded ? toBotOf(reading, words) : undefined
  if (toBot) return { kind: 'help', about: toBot }
  if (isOnNeed(reading, words)) return { kind: 'need' }
  const lacking = whatLacks(question, reading, words)
  if (lacking) return lacking
  return (
    againstMesh(question, reading, special) ??
    besideMesh(question, reading, special) ??
    trouble(question, reading, troubleOf(tokens, words.trouble), special) ??
    nextDoor(reading, question, special)
  )
}

/** Whether it is asked if a mesh is needed at all: of none in particular. */
const isOnNeed = ({ tokens, mentions }: Reading, { whole }: Words): boolean =>
  mentions.length === 0 && whole['need-a-mesh'].find(tokens).length > 0

/** What one mesh lacks, or one of its modes, by itself or beside another. */
function whatLacks({ named, modes, groups, intent }: Question, reading: Reading, words: Words): Command | undefined {
  if (named.length < 1 || named.length > 2 || intent === 'migrate' || !asksWhatLacks(reading, words)) return undefined
  const [group] = groups
  return {
    kind: 'lacks',
    meshes: named,
    modes: modes.filter(({ mesh }) => named.includes(mesh)),
    ...(group === undefined ? {} : { group }),
  }
}

/** From here on a line that has so much in common with a tale of trouble explains some of it. */
const explaining = 7.5
/** So many words of everyday English tell what is to be done; of what is broken they tell little. */
const toldInEnglish = 3
/** Words, that is, and one of the field among them: a code of an error or a version is found anywhere. */
function explains(words: readonly string[], about: Trouble, { isEnglish }: Vocabulary): boolean {
  const names = words.filter((word) => !/\d/.test(word))
  if (about === 'how-to' && names.length >= toldInEnglish) return true
  return names.length > 1 && names.some((word) => !isEnglish(word))
}

/** What is answered as it is read, though words in it may tell of trouble. */
const settled = new Set<Question['intent']>([
  'compare',
  'best',
  'estimate',
  'recommend',
  'define',
  'migrate',
  'profile',
])

function trouble(
  question: Question,
  reading: Reading,
  about: Trouble | undefined,
  special: Special,
): Command | undefined {
  const { words } = special.reader
  const { intent, confidence, topics } = question
  if (about === undefined || (settled.has(intent) && confidence >= likely)) return undefined
  // "Does it work when the control plane crashes" and "what happens if a pod fails" are asked of facts.
  const isOnFact = intent === 'fact' && confidence >= sure
  if (isOnFact && about !== 'how-to' && (about === 'perhaps-broken' || asksWhether(reading.tokens, words.aspects)))
    return undefined
  if (isOnFact && about === 'how-to' && question.aspect === 'can') return undefined
  const mesh = question.meshes[0] ?? question.named[0]
  const { line } = readByLines(question, special)
  const explained =
    line && line.score >= explaining && explains(line.words, about, special.vocabulary) ? line : undefined
  // Whose page may tell is settled by less than what is told.
  const byLine = about === 'how-to' ? line?.fact.topic.id : undefined
  const topic = explained?.fact.topic.id ?? (confidence >= likely ? topics[0] : undefined) ?? byLine
  if (mesh === undefined && topic === undefined) return undefined
  return troubleWith(about === 'how-to' ? 'how-to' : 'broken', mesh, topic, explained?.words)
}

/** A product that is no mesh, held against one of ours where no topic is surely meant: what it is, and is to that mesh. */
function againstMesh(
  { intent, confidence, topics }: Question,
  reading: Reading,
  special: Special,
): Command | undefined {
  const { neighbours, finder, reader } = special
  if (intent === 'fact' && topics.length > 0 && confidence >= sure) return undefined
  const held = heldAgainst(reading, finder, reader.words)
  const tools = neighbours.filter(({ id, kind }) => held?.ids.includes(id) && !rivals.has(kind))
  const [tool, ...others] = tools
  if (!held || !tool) return undefined
  if (others.length > 0) return whichOf(tools, reading.text, held.words, held.mesh)
  return { kind: 'neighbour', neighbour: tool.id, mesh: held.mesh }
}

/** A product that one of our meshes may run beside, where no topic of ours is surely meant. */
function besideMesh(
  { named, intent, confidence }: Question,
  reading: Reading,
  { finder, neighbours, reader }: Special,
): Command | undefined {
  const { tokens } = reading
  const [mesh, ...others] = named
  if (mesh === undefined || others.length > 0 || (intent !== 'none' && confidence >= sure)) return undefined
  if (intent === 'fact' && !togetherIn(reading, reader.words.whole)) return undefined
  const [tool] = finder
    .find(tokens)
    .named.flatMap(({ id, shared }) => (shared ? [] : neighbours.filter((one) => one.id === id)))
    .filter(
      ({ kind, relations }) =>
        !rivals.has(kind) && relations.some((one) => one.mesh === mesh && one.how === 'works-beside'),
    )
  return tool && { kind: 'neighbour', neighbour: tool.id, mesh }
}

/** A product beside the meshes, where none of them is named, or a word that several go by. */
function nextDoor(reading: Reading, question: Question, { reader, finder, neighbours }: Special): Command | undefined {
  const { named, unclear } = finder.find(reading.tokens)
  const own = reading.mentions.filter(({ start, end }) => !named.some((one) => one.start <= start && end <= one.end))
  const asked = named.find((one) => isSubject(reading.tokens, one, reader.words.aspects))
  const only = asked ?? named.find(({ shared }) => !shared)
  const [word] = unclear
  if (own.length > 0) return undefined
  if (only) {
    const neighbour = neighbours.find(({ id }) => id === only.id)
    const isOurs = neighbour?.basedOn !== undefined && question.intent === 'fact' && question.topics.length > 0
    const isTool = neighbour !== undefined && !rivals.has(neighbour.kind)
    const isAside =
      isTool &&
      asked === undefined &&
      question.intent !== 'none' &&
      question.confidence >= sure &&
      question.topics.length > 0
    return isOurs || isAside ? undefined : { kind: 'neighbour', neighbour: only.id }
  }
  if (!word || (question.intent !== 'none' && question.confidence >= likely)) return undefined
  const tools = neighbours.filter(({ id }) => word.ids.includes(id))
  return whichOf(tools, reading.text, word.words)
}

/** Words that several products go by: which is meant, maybe beside one of our meshes. */
const whichOf = (tools: readonly Neighbour[], said: string, words: string, mesh?: string): Command => ({
  kind: 'incomplete',
  said,
  title: oneThingMissing,
  problem: `Several products go by "${words}": which do you mean?`,
  choices: tools.map(({ id, name }) => ({
    label: name,
    command: { kind: 'neighbour', neighbour: id, ...(mesh === undefined ? {} : { mesh }) },
  })),
})

/** Whether a question is put of a product itself: "does contour support X". */
const isSubject = (tokens: readonly Token[], { start }: Span, { whether }: Words['aspects']): boolean =>
  whether.has(tokens[start - 1]?.word ?? '')

/** What is compared with our meshes, rather than used beside them. */
const rivals = new Set<Neighbour['kind']>(['mesh', 'managed-mesh'])

/** A question with what it says of products beside the meshes: a build of a mesh stands for that mesh. */
export function besideOf(
  reading: Reading,
  question: Question,
  { reader, finder, neighbours }: Special,
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
  // "Istio or Kuma" asks of ours what there is to it.
  const asProfile = question.intent === 'none' && only !== undefined && others.length === 0
  const intent = asProfile ? 'profile' : question.intent
  const names = new Set(named.flatMap(({ start, end }) => reading.tokens.slice(start, end).map(({ word }) => word)))
  const content = question.content.filter((word) => !names.has(word))
  return {
    question: { ...question, intent, meshes: asProfile ? [only] : meshes, content, grounded: true },
    beside: first.id,
  }
}

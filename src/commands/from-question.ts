import type { Basis } from '../advisor/basis.ts'
import { askedAbout, type Prefill } from '../advisor/prefill.ts'
import { fromWords, merged, without } from '../advisor/words.ts'
import { mostMeshes } from '../answers/shown-meshes.ts'
import { completeSize, type StatedSize } from '../estimator/cluster-size.ts'
import type { Facts } from '../facts/facts.ts'
import type { LineSearch } from '../facts/line-search.ts'
import { findMesh, findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import { needsTopic } from '../questions/interpret.ts'
import type { Question, ThreadContext } from '../questions/question.ts'
import type { Vocabulary } from '../questions/vocabulary.ts'
import { readByLines } from './by-lines.ts'
import type { Command, Doubt, Scope } from './command.ts'
import { recommendBy } from './make.ts'
import { notASize } from './not-a-size.ts'
import { sizeWords } from './size-words.ts'

/** What it takes to make a command of a question. */
export interface Reading {
  readonly knowledge: Knowledge
  readonly facts: Facts
  readonly lines: LineSearch
  readonly vocabulary: Vocabulary
  /** Whether a text means its meshes together, rather than held against each other. */
  readonly isTogether: (text: string) => boolean
  /** What recommendations rest on, and what reads needs; undefined where the knowledge has no criteria. */
  readonly advice: { readonly basis: Basis; readonly prefill: Prefill } | undefined
}

/** From here on a reading is right often enough to answer without asking back. */
const sureFrom = 0.6
/** Below this a reading is wrong more often than right. */
const doubtfulBelow = 0.4
/** The same for a text that names nothing known: a sure reading of it rests on its turn of phrase alone. */
const doubtfulWithoutNames = 0.5
/** And for a text that has the topic's own words, or a thread that has a topic: it hardly means another. */
const doubtfulWithTopic = 0.2
/** How many other readings are offered. */
const otherReadings = 2

/** The command that a question comes to. `before` is the thread so far, whose needs count for a recommendation. */
export function commandFor(
  asRead: Question,
  text: string,
  before: ThreadContext | undefined,
  reading: Reading,
): Command {
  const isDoubtful = asRead.intent === 'fact' && asRead.confidence < sureFrom
  const { question, isSure } = isDoubtful ? readByLines(asRead, reading) : { question: asRead, isSure: false }
  const isReread = question !== asRead
  const asOne = bothModes(question, text, reading) ?? sideBySide(question, reading) ?? combined(question, text, reading)
  if (asOne) return asOne
  if (question.intent === 'recommend' && reading.advice) return recommendFor(question, text, before, reading)
  const { knowledge } = reading
  const command = plainCommand(question, knowledge)
  if (command.kind === 'incomplete') return command
  if (command.kind === 'none') return rescued(question, reading) ?? unexplained(command, question, reading)
  if (!isSure && !isReread && isUnsure(question, before !== undefined)) {
    if (command.kind === 'compare' && question.meshes.length > 1) return { ...command, scope: { kind: 'overall' } }
    const nearest = notCovered(question, [...question.topics, ...question.alternatives], knowledge)
    return rescued(question, reading) ?? allModes(question, knowledge) ?? unexplained(nearest, question, reading)
  }
  // "Does it work with X" of an X that nothing explains is not answered by all that there is on the mesh.
  if (command.kind === 'show' && question.aspect === 'can' && unexplainedOf(question.focus, reading) !== undefined)
    return unexplained(notCovered(question, question.alternatives, knowledge), question, reading)
  const doubt = isSure ? undefined : doubtOf(question, knowledge)
  const asked = command.kind === 'fact' ? { ...command, ...narrowed(question, command, reading) } : command
  return doubt ? { ...asked, doubt } : asked
}

/** An answer that is as likely off the point as on it is none: what lies nearest is offered instead. */
const isUnsure = ({ intent, confidence, grounded, namesTopic }: Question, inThread: boolean): boolean =>
  needsTopic.has(intent) &&
  confidence < (namesTopic || inThread ? doubtfulWithTopic : grounded ? doubtfulBelow : doubtfulWithoutNames)

/** A line that has so much in common with a question, in rare words, is what was asked for: two of them at least. */
const enoughInCommon = 9

/** The line that the words of a question lead to where its topic could not be told, of the meshes that it names. */
function rescued(
  { intent, confidence, meshes, named, aspect, focus }: Question,
  { knowledge, facts, lines }: Reading,
): Command | undefined {
  if (intent === 'none' && confidence >= sureFrom) return undefined
  const among = (meshes.length > 0 ? meshes : named).flatMap((mesh) =>
    knowledge.topics.map(({ id }) => facts.of(mesh, id)),
  )
  const found = lines.find(focus, among)
  if (!found || found.score < enoughInCommon) return undefined
  return {
    kind: 'fact',
    meshes: [found.fact.mesh.id],
    modes: [],
    topics: [found.fact.topic.id],
    aspect: aspect === 'can' ? 'what' : aspect,
    focus: focus.filter((word) => lines.knows(word)),
  }
}

/** Questions on one mesh in two of its modes, which are told side by side. */
const onModes = new Set<Question['intent']>(['fact', 'compare', 'best', 'profile', 'recommend', 'migrate'])
/** Of these the modes themselves are meant, whatever topic stands beside them. */
const choosing = new Set<Question['intent']>(['recommend', 'migrate'])
const moving = 'migration'

/** Two modes of one mesh that are meant to run together: what the mesh says of both at once. */
function bothModes(question: Question, text: string, { knowledge, facts, lines, isTogether }: Reading) {
  const { meshes, modes, intent } = question
  const [mesh] = meshes
  if (mesh === undefined || meshes.length > 1 || modes.length < 2 || !onModes.has(intent) || !isTogether(text))
    return undefined
  const isAsked = findTopic(knowledge, dataPlane) && lines.find([together], [facts.of(mesh, dataPlane)])
  return isAsked && ({ kind: 'fact', meshes, modes: [], topics: [dataPlane], focus: [together] } as const)
}

/** What says in lines that things run on one cluster. */
const together = 'together'

function sideBySide(
  { intent, meshes, modes, topics, confidence }: Question,
  { facts, knowledge }: Reading,
): Command | undefined {
  if (meshes.length !== 1 || modes.length < 2 || !onModes.has(intent)) return undefined
  if (intent === 'migrate' && topics[0] === moving) return undefined
  const differ = topics.filter((topic) => meshes.some((mesh) => facts.of(mesh, topic).modes.length > 0))
  const onTopics = differ.length > 0 && confidence >= doubtfulBelow && !choosing.has(intent)
  if (!onTopics && !findTopic(knowledge, dataPlane)) return undefined
  return { kind: 'fact', meshes, modes, topics: onTopics ? differ : [dataPlane] }
}

/** What can't be told of a mode is answered by what the modes of its mesh are. */
function allModes({ modes, meshes, named, focus }: Question, knowledge: Knowledge): Command | undefined {
  const [only, ...others] = meshes.length > 0 ? meshes : named
  const mesh = others.length === 0 && only !== undefined && modes.length > 0 ? findMesh(knowledge, only) : undefined
  if (!mesh || focus.length > mostNarrow || !findTopic(knowledge, dataPlane)) return undefined
  const all = Object.keys(mesh.modes).map((mode) => ({ mesh: mesh.id, mode }))
  return { kind: 'fact', meshes: [mesh.id], modes: all, topics: [dataPlane] }
}

/** Two meshes that are meant to run together: what each says of the other among the cluster's networks. */
function combined(question: Question, text: string, reading: Reading): Command | undefined {
  const { knowledge, facts, lines, isTogether } = reading
  const { named, intent, topics, confidence } = question
  const [first, second, third] = named
  if (first === undefined || second === undefined || third !== undefined) return undefined
  const isOnOther = topics.some((topic) => topic !== network) && confidence >= sureFrom
  if (isOnOther || !combines.has(intent) || !isTogether(text)) return undefined
  if (!findTopic(knowledge, network)) return undefined
  const found = [[first, second] as const, [second, first] as const].flatMap(([mesh, other]) => {
    const line = lines.find([other], [facts.of(mesh, network)], ({ kind }) => kind === 'limit')
    return line ? [{ mesh, other, score: line.score }] : []
  })
  const [best] = found.sort((a, b) => b.score - a.score)
  return (
    best && { kind: 'fact', meshes: [best.mesh], modes: [], topics: [network], aspect: 'limits', focus: [best.other] }
  )
}

const combines = new Set<Question['intent']>(['fact', 'compare', 'profile', 'none'])
/** The topic of what meshes and networks do to each other. */
const network = 'cni-compatibility'

const notCovered = ({ meshes, named }: Question, near: readonly string[], knowledge: Knowledge): Command<'none'> => ({
  kind: 'none',
  meshes: meshes.length > 0 ? meshes : known(named, knowledge.meshes),
  near: known(near, knowledge.topics).slice(0, mostNear),
})

/** With the word that nothing explains, where there is one. */
function unexplained(command: Command<'none'>, { focus }: Question, reading: Reading): Command<'none'> {
  const nothingOn = unexplainedOf(focus, reading)
  return nothingOn === undefined ? command : { ...command, nothingOn }
}

/** How many topics are offered in place of an answer. */
const mostNear = 2

/** Of a longer text a word that nothing explains may be a circumstance; of one with so few it is what is asked about. */
const mostNarrow = 4
/** A name or a term, rather than a version or an amount. */
const isName = /^[\p{L}-]{3,}$/u

/** What a question asks of its facts, beyond meshes and topics. */
function narrowed({ aspect, focus }: Question, { meshes, topics }: Command<'fact'>, reading: Reading) {
  const found = focus.filter((word) => reading.lines.knows(word))
  // A topic told in a few words of its own is many things at once, and its level none of any of them.
  const isGraded = topics.some((topic) =>
    meshes.some((mesh) => {
      const { support, brief } = reading.facts.of(mesh, topic)
      return support !== undefined && brief === undefined
    }),
  )
  const isPlain = aspect === 'can' || aspect === 'what'
  // A level is of all that a topic's own words say; of what has none, and of one thing of a topic, any line is welcome.
  const narrower = found.filter((word) => !topics.some((topic) => reading.vocabulary.names(topic, word)))
  const about = narrower.length > 0 || isGraded || !isPlain ? narrower : found
  const unexplained = unexplainedOf(focus, reading)
  return {
    ...(aspect === 'can' ? {} : { aspect }),
    ...(about.length > 0 ? { focus: about } : {}),
    ...(unexplained === undefined ? {} : { nothingOn: unexplained }),
  }
}

/** The word of a short question that nothing explains. */
const unexplainedOf = (focus: readonly string[], { lines, vocabulary }: Reading): string | undefined =>
  focus.length > mostNarrow
    ? undefined
    : focus.find((word) => isName.test(word) && !lines.knows(word) && !vocabulary.explains(word))

function doubtOf({ confidence, alternatives }: Question, knowledge: Knowledge): Doubt | undefined {
  const perhaps = known(alternatives, knowledge.topics).slice(0, otherReadings)
  if (confidence >= sureFrom || perhaps.length === 0) return undefined
  return { perhaps }
}

const known = (ids: readonly string[], things: readonly { readonly id: string }[]): readonly string[] =>
  ids.filter((id) => things.some((thing) => thing.id === id))

/** The needs that words tell of, with those of the thread so far. */
export function recommendFor(
  question: Question,
  text: string,
  before: ThreadContext | undefined,
  { advice }: Reading,
): Command {
  if (!advice) return { kind: 'help' }
  const { requirements, assumptions, gone } = advice.prefill(text, question)
  const earlier = before?.requirements === undefined ? undefined : fromWords(before.requirements, advice.basis)
  return {
    ...recommendBy(without(gone, merged(earlier?.ok ? earlier.requirements : undefined, requirements))),
    assumed: assumptions,
    about: askedAbout(question),
  }
}

/** The topic that a choice of mesh is about when no other is named. */
const choiceTopic = 'best-fit'

function plainCommand(question: Question, knowledge: Knowledge): Command {
  const { intent, topics, asksFor, modes, negated } = question
  const meshes = question.meshes.length > 0 ? question.meshes : meshesByTrait(question, knowledge)
  const [mesh] = meshes
  const [topic] = topics
  const uncovered = notCovered({ ...question, meshes }, question.alternatives, knowledge)
  const fact = {
    kind: 'fact',
    meshes,
    modes,
    topics,
    ...(negated && meshes.length !== 1 ? { worstFirst: true } : {}),
  } as const
  const ordered = intent === 'compare' || intent === 'best'
  if (intent !== 'none' && asksFor === 'sources' && mesh !== undefined && meshes.length === 1)
    return { kind: 'sources', mesh, topics }
  if (asksFor === 'why' && ordered && topics.length > 0) return fact

  switch (intent) {
    case 'none':
    case 'help':
    case 'troubleshoot':
    case 'neighbour':
      return uncovered
    case 'profile':
      return mesh === undefined ? uncovered : { kind: 'show', mesh }
    case 'define': {
      const term = question.term ?? topic
      return term === undefined ? uncovered : { kind: 'define', term }
    }
    case 'compare':
      return compare(question, meshes, knowledge)
    case 'best': {
      const about = topic ?? choiceTopic
      if (!findTopic(knowledge, about)) return uncovered
      return { kind: 'best', topic: about, order: question.order, meshes: meshes.length > 1 ? meshes : [] }
    }
    case 'migrate':
      return migrate(question, meshes)
    case 'estimate':
      return estimate(question, meshes) ?? (topics.length > 0 ? fact : notSized(meshes))
    case 'recommend':
    case 'fact':
      if (topics.length > 0) return fact
      return mesh !== undefined && meshes.length === 1 ? { kind: 'show', mesh } : compare(question, meshes, knowledge)
  }
}

/** "The Envoy-based ones" are the meshes with that trait, unless the trait is what is asked about: the data plane. */
function meshesByTrait({ traits, topics }: Question, { meshes }: Knowledge): readonly string[] {
  if (traits.length === 0 || topics.length === 0 || topics[0] === dataPlane) return []
  return meshes.filter((mesh) => traits.every((trait) => mesh.traits.includes(trait))).map(({ id }) => id)
}

const dataPlane = 'data-plane'

/** One mesh is compared with all the others, none means all of them. */
function compare({ groups, modes, topics }: Question, named: readonly string[], { meshes }: Knowledge): Command {
  const others = meshes.map(({ id }) => id).filter((id) => !named.includes(id))
  const among = (named.length > 1 ? named : [...named, ...others]).slice(0, mostMeshes)
  const [group] = groups
  const scope: Scope =
    group !== undefined
      ? { kind: 'group', group }
      : topics.length > 0
        ? { kind: 'topics', topics }
        : { kind: 'overall' }
  return { kind: 'compare', meshes: among, modes: modes.filter(({ mesh }) => among.includes(mesh)), scope }
}

/** With one mesh named it is the one to move to, unless the words say that it is left. */
function migrate({ leaves }: Question, [first, second]: readonly string[]): Command {
  if (first === undefined) return { kind: 'migrate' }
  if (second === undefined) return leaves === first ? { kind: 'migrate', from: first } : { kind: 'migrate', to: first }
  return leaves === second ? { kind: 'migrate', from: second, to: first } : { kind: 'migrate', from: first, to: second }
}

/** With no size in it, a question about overhead gets no estimate: undefined. */
function estimate({ sizes: { pods, nodes, rps, hops } }: Question, meshes: readonly string[]): Command | undefined {
  const stated: StatedSize = {
    ...(pods === undefined ? {} : { pods }),
    ...(nodes === undefined ? {} : { nodes }),
    ...(rps === undefined ? {} : { rps }),
    ...(hops === undefined ? {} : { hops }),
  }
  if (Object.keys(stated).length === 0) return undefined
  const size = completeSize(stated)
  if (size.ok) return { kind: 'estimate', size, meshes }
  const said = ['estimate', ...meshes, sizeWords(stated)].join(' ')
  return notASize(said, size.problems.map(({ message }) => message).join(' '))
}

function notSized(meshes: readonly string[]): Command {
  const size = completeSize({})
  return size.ok ? { kind: 'estimate', size, meshes } : { kind: 'help' }
}

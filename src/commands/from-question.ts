import type { Basis } from '../advisor/basis.ts'
import { askedAbout, type Prefill } from '../advisor/prefill.ts'
import { fromWords, merged, without } from '../advisor/words.ts'
import { mostMeshes } from '../answers/shown-meshes.ts'
import { completeSize, type StatedSize } from '../estimator/cluster-size.ts'
import { findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import type { Question, ThreadContext } from '../questions/question.ts'
import type { Command, Doubt, Scope } from './command.ts'
import { recommendBy } from './make.ts'
import { notASize } from './not-a-size.ts'
import { sizeWords } from './size-words.ts'

/** What it takes to make a command of a question. */
export interface Reading {
  readonly knowledge: Knowledge
  /** What recommendations rest on, and what reads needs; undefined where the knowledge has no criteria. */
  readonly advice: { readonly basis: Basis; readonly prefill: Prefill } | undefined
}

/** From here on a reading is right often enough to answer without asking back. */
const sureFrom = 0.6
/** Below this a reading is wrong more often than right: then the answer must not open with a yes. */
const doubtfulBelow = 0.4
/** How many other readings are offered. */
const otherReadings = 2

/** The command that a question comes to. `before` is the thread so far, whose needs count for a recommendation. */
export function commandFor(
  question: Question,
  text: string,
  before: ThreadContext | undefined,
  reading: Reading,
): Command {
  if (question.intent === 'recommend' && reading.advice) return recommendFor(question, text, before, reading)
  const command = plainCommand(question, reading.knowledge)
  if (command.kind === 'none' || command.kind === 'incomplete') return command
  const doubt = doubtOf(question, reading.knowledge)
  return doubt ? { ...command, doubt } : command
}

function doubtOf({ confidence, alternatives, grounded }: Question, knowledge: Knowledge): Doubt | undefined {
  const perhaps = known(knowledge, alternatives).slice(0, otherReadings)
  if (confidence >= sureFrom || perhaps.length === 0) return undefined
  return { unsure: confidence < doubtfulBelow || !grounded, perhaps }
}

const known = (knowledge: Knowledge, topics: readonly string[]): readonly string[] =>
  topics.filter((id) => findTopic(knowledge, id) !== undefined)

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
  const notCovered = { kind: 'none', meshes, near: known(knowledge, question.alternatives).slice(0, 3) } as const
  const fact = { kind: 'fact', meshes, modes, topics, ...(negated ? { worstFirst: true } : {}) } as const
  const ordered = intent === 'compare' || intent === 'best'
  if (intent !== 'none' && asksFor === 'sources' && mesh !== undefined && meshes.length === 1)
    return { kind: 'sources', mesh, topics }
  if (asksFor === 'why' && ordered && topics.length > 0) return fact

  switch (intent) {
    case 'none':
      return notCovered
    case 'profile':
      return mesh === undefined ? notCovered : { kind: 'show', mesh }
    case 'define': {
      const term = question.term ?? topic
      return term === undefined ? notCovered : { kind: 'define', term }
    }
    case 'compare':
      return compare(question, meshes, knowledge)
    case 'best': {
      const about = topic ?? choiceTopic
      if (!findTopic(knowledge, about)) return notCovered
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

import { mostMeshes } from '../answers/shown-meshes.ts'
import type { StatedSize } from '../estimator/cluster-size.ts'
import { findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import type { Question } from '../questions/question.ts'
import type { Command, Scope } from './command.ts'
import { readEstimateWords } from './estimate-words.ts'
import { estimateFor, estimateOf, helpCommand } from './make.ts'
import { notASize } from './not-a-size.ts'
import { notCovered } from './not-covered.ts'
import { sizeWords } from './size-words.ts'

/** The topic that a choice of mesh is about when no other is named. */
const choiceTopic = 'best-fit'

/** The command that the intent of a question comes to, as it was read. */
export function plainCommand(question: Question, knowledge: Knowledge): Command {
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
      return estimate(question, meshes, knowledge) ?? (topics.length > 0 ? fact : notSized(meshes))
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
function estimate(
  { sizes: { pods, nodes, rps, hops, services }, modes }: Question,
  meshes: readonly string[],
  knowledge: Knowledge,
): Command | undefined {
  const stated: StatedSize = {
    ...(pods === undefined ? {} : { pods }),
    ...(nodes === undefined ? {} : { nodes }),
    ...(rps === undefined ? {} : { rps }),
    ...(hops === undefined ? {} : { hops }),
  }
  if (Object.keys(stated).length === 0) return undefined
  // Told by the words that a person could type: meshes, each with its modes, and the size.
  const named = meshes.flatMap((id) => [id, ...modes.filter(({ mesh }) => mesh === id).map(({ mode }) => mode)])
  const said = [...named, sizeWords({ ...stated, ...(services === undefined ? {} : { services }) })].join(' ')
  const read = readEstimateWords(said, knowledge)
  if (!read.ok) return notASize(`estimate ${said}`, read.problem)
  return estimateFor(read.size, read.meshes, read.designs)
}

function notSized(meshes: readonly string[]): Command {
  return estimateOf({}, meshes) ?? helpCommand
}

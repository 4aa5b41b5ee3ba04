import { findMesh, findTopic } from '../knowledge/knowledge.ts'
import type { Question } from '../questions/question.ts'
import type { Command } from './command.ts'
import { mostNarrow, unexplainedOf } from './not-covered.ts'
import { doubtfulBelow, type Reading, sureFrom } from './question-reading.ts'

/** Meshes or modes that are meant as one question rather than each for itself: undefined for every other. */
export const asOneQuestion = (question: Question, text: string, reading: Reading): Command | undefined =>
  bothModes(question, text, reading) ?? sideBySide(question, reading) ?? combined(question, text, reading)

/** Questions on one mesh in two of its modes, which are told side by side. */
const onModes = new Set<Question['intent']>(['fact', 'compare', 'best', 'profile', 'recommend', 'migrate'])
/** Of these the modes themselves are meant, whatever topic stands beside them. */
const choosing = new Set<Question['intent']>(['recommend', 'migrate'])
const moving = 'migration'

/** Two modes of one mesh that are meant to run together: what the mesh says of both at once. */
function bothModes(question: Question, text: string, { knowledge, facts, lines, togetherIn }: Reading) {
  const { meshes, modes, intent } = question
  const [mesh] = meshes
  if (mesh === undefined || meshes.length > 1 || modes.length < 2 || !onModes.has(intent) || !togetherIn(text))
    return undefined
  const isAsked =
    findTopic(knowledge, dataPlane) &&
    lines.find([together], [facts.of(mesh, dataPlane)], ({ kind }) => kind === 'statement')
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
export function allModes({ modes, meshes, named, focus }: Question, reading: Reading): Command<'fact'> | undefined {
  const { knowledge } = reading
  const [only, ...others] = meshes.length > 0 ? meshes : named
  const mesh = others.length === 0 && only !== undefined && modes.length > 0 ? findMesh(knowledge, only) : undefined
  if (!mesh || focus.length > mostNarrow || !findTopic(knowledge, dataPlane)) return undefined
  if (unexplainedOf(focus, reading) !== undefined) return undefined
  const all = Object.keys(mesh.modes).map((mode) => ({ mesh: mesh.id, mode }))
  return { kind: 'fact', meshes: [mesh.id], modes: all, topics: [dataPlane] }
}

/** Two meshes that are meant to run together: what one says of the other, about networks or what is asked. */
function combined(question: Question, text: string, reading: Reading): Command | undefined {
  const { knowledge, facts, lines, togetherIn } = reading
  const { named, intent, topics, content, confidence, namesTopic } = question
  const [first, second, third] = named
  if (first === undefined || second === undefined || third !== undefined) return undefined
  const together = togetherIn(text)
  if (!combines.has(intent) || !findTopic(knowledge, network) || !together) return undefined
  // "X and Y retries" asks of both for each.
  const isOnOther = topics.some((topic) => topic !== network) && (confidence >= sureFrom || namesTopic)
  if (isOnOther && together === 'joined') return undefined
  const about = [...new Set([network, ...topics])]
  const found = [[first, second] as const, [second, first] as const].flatMap(([mesh, other]) => {
    const line = lines.find(
      [mesh, other, ...content],
      about.map((topic) => facts.of(mesh, topic)),
      ({ kind, text }) => kind === 'limit' && text.toLowerCase().includes(other),
    )
    return line ? [{ mesh, line }] : []
  })
  const [best] = found.sort((a, b) => b.line.score - a.line.score)
  if (!best) return undefined
  const { mesh, line } = best
  return {
    kind: 'fact',
    meshes: [mesh],
    modes: [],
    topics: [line.fact.topic.id],
    aspect: 'limits',
    focus: line.words,
  }
}

const combines = new Set<Question['intent']>(['fact', 'compare', 'profile', 'none'])
/** The topic of what meshes and networks do to each other. */
const network = 'cni-compatibility'

const dataPlane = 'data-plane'

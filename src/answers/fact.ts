import { compareMeshes, factOn, showMesh } from '../commands/make.ts'
import { inBriefHere, supportWords } from '../facts/brief.ts'
import type { Fact } from '../facts/fact.ts'
import { standing } from '../facts/standing.ts'
import type { Knowledge, Mesh, ModeOfMesh, Topic } from '../knowledge/knowledge.ts'
import { inSentence, listed, showRange } from '../wording.ts'
import type { FactAnswer, Suggestion } from './answer.ts'
import type { Known } from './known.ts'
import { mostMeshes, shownMeshes } from './shown-meshes.ts'

/** What meshes do, have or cost on some topics: one fact for each pair, in the order asked. */
export function answerFact(
  known: Known,
  meshes: readonly Mesh[],
  topics: readonly Topic[],
  options: { negated?: boolean; modes?: readonly ModeOfMesh[] } = {},
): FactAnswer {
  const asked = meshes.length > 0 ? meshes : known.knowledge.meshes
  const facts = topics.flatMap((topic) =>
    asked.map((mesh) =>
      inMode(known.facts.of(mesh.id, topic.id), options.modes?.find((one) => one.mesh === mesh.id)?.mode),
    ),
  )
  const [first] = facts
  const topicTitles = listed(topics.map(({ title }) => title))
  return {
    kind: 'fact',
    understood: `${meshes.length > 0 ? listed(meshes.map(({ name }) => name)) : 'All meshes'} · ${topicTitles}`,
    headline:
      facts.length === 1 && first
        ? sayOne(first)
        : topics.map((topic) => sayMany(topic, facts, options.negated)).join(' '),
    facts,
    suggestions: nextQuestions(known.knowledge, meshes, topics),
  }
}

/** A fact seen in one mode: the mode's own cell comes first where it has one. */
export function inMode(fact: Fact, modeId: string | undefined): Fact {
  const mode = fact.modes.find((one) => one.mode?.id === modeId)
  return mode ? { ...fact, ...mode, modes: [] } : fact
}

/** The answer to a question on one mesh and one topic, with yes, no, partly or unknown, or the figure, first. */
function sayOne(fact: Fact): string {
  const { value } = fact
  const answer = value
    ? `${showRange(value.low, value.high, value.unit)} per ${value.per}.`
    : fact.support && !fact.brief
      ? `${supportWords[fact.support]}.`
      : ''
  return `${answer} ${fact.house?.statement ?? fact.statement}`.trim()
}

/** Where several meshes stand on a topic, in one sentence: the best first, or for "which ones don't" the worst. */
function sayMany(topic: Topic, all: readonly Fact[], negated = false): string {
  const facts = all.filter((fact) => fact.topic.id === topic.id)
  const toldInWords = facts.every(({ brief, value, rank }) => brief && !value && !rank)
  if (toldInWords && facts.length > 2) return `${topic.title}: each mesh has its own way, as the table says.`
  const wordOf = (fact: Fact) =>
    fact.support && !fact.value && !fact.brief ? inSentence(supportWords[fact.support]) : inBriefHere(fact)
  const best = [...facts].sort((a, b) => (standing(b) ?? lowest) - (standing(a) ?? lowest))
  const groups = [...Map.groupBy(negated ? best.reverse() : best, wordOf)]
  const said = groups.map(([word, members]) => `${listed(members.map(({ mesh }) => mesh.name))}: ${word}`)
  return `${topic.title}: ${said.join('; ')}.`
}

/** Facts without a standing come after those with one. */
const lowest = Number.NEGATIVE_INFINITY

function nextQuestions(knowledge: Knowledge, meshes: readonly Mesh[], topics: readonly Topic[]): Suggestion[] {
  const [topic] = topics
  const [only] = meshes
  if (!topic) return []
  const ids = meshes.map(({ id }) => id)
  const others = knowledge.topics.filter((other) => other.group === topic.group && !topics.includes(other)).slice(0, 2)
  return [
    ...(meshes.length === 1
      ? [{ label: 'Compare all meshes on this', command: compareMeshes(shownMeshes(knowledge), topic.id) }]
      : []),
    ...others.map(({ id, title }) => ({
      label: title,
      command: meshes.length > 1 ? compareMeshes(ids.slice(0, mostMeshes), id) : factOn(ids, id),
    })),
    ...(only && meshes.length === 1 ? [{ label: `All on ${only.name}`, command: showMesh(only.id) }] : []),
  ]
}

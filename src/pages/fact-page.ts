import type { FactAnswer } from '../answers/answer.ts'
import { sourcesOn } from '../commands/make.ts'
import { inBrief } from '../facts/brief.ts'
import type { CitedSource, Fact } from '../facts/fact.ts'
import { checkedSince } from '../facts/resolve.ts'
import { ask, choiceRows } from './choices.ts'
import { explanation, factDetails, remarksOn, standingCell } from './fact-details.ts'
import { bold, type Laid, leadOf, type Part, type Sources, type Table } from './page.ts'

/** One fact in full, or several side by side. */
export function factPage(answer: FactAnswer): Laid {
  const [first, ...others] = answer.facts
  const only = first && others.length === 0 ? first : undefined
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: only ? singleFact(only) : severalFacts(answer.facts),
    choices: choiceRows(answer.suggestions, only ? aboutFact(only) : []),
  }
}

const aboutFact = ({ mesh, topic }: Fact) => [
  ask('Sources', sourcesOn(mesh.id, topic.id)),
  { kind: 'correct', mesh: mesh.id, topic: topic.id } as const,
]

const singleFact = (fact: Fact): Part[] => [
  ...factDetails(fact),
  sourcesPart([fact, ...fact.modes], `sources ${fact.mesh.id} ${fact.topic.id}`),
]

function severalFacts(facts: readonly Fact[]): Part[] {
  if (facts.length === 0) return []
  return [factTable(facts), ...remarksOn(facts), sourcesPart(facts, restOfTopic(facts))]
}

/** The command for the sources of several meshes on one topic, where MESH is to be filled in. */
export const restOfTopic = ([first]: readonly Fact[]): string =>
  first ? `sources MESH ${first.topic.id}` : 'sources MESH'

/** Facts in rows. The topic and the mesh are named only where they vary. */
function factTable(facts: readonly Fact[]): Table {
  const manyTopics = new Set(facts.map(({ topic }) => topic.id)).size > 1
  const manyMeshes = new Set(facts.map(({ mesh }) => mesh.name)).size > 1 || !manyTopics
  const hasBriefs = facts.some((fact) => inBrief(fact) !== explanation(fact))
  return {
    kind: 'table',
    header: [
      ...(manyTopics ? ['Topic'] : []),
      ...(manyMeshes ? ['Mesh'] : []),
      ...(hasBriefs ? ['In brief'] : []),
      'In words',
    ],
    rows: facts.map((fact) => [
      ...(manyTopics ? [[bold(fact.topic.name)]] : []),
      ...(manyMeshes ? [[bold(fact.mesh.name)]] : []),
      ...(hasBriefs ? [standingCell(fact)] : []),
      [explanation(fact)],
    ]),
    more: 'Ask about one mesh or one topic to see all.',
  }
}

/** The sources of some facts, with the oldest day on which one of them was checked. `rest` is the command for all. */
export const sourcesPart = (facts: readonly Fact[], rest: string): Sources => ({
  kind: 'sources',
  sources: inTurns(facts),
  checked: checkedSince(facts),
  cap: 5,
  rest,
})

/** Each source once: the first of every fact, then the second of every fact, so that the first few serve all facts. */
function inTurns(facts: readonly Fact[]): CitedSource[] {
  const most = Math.max(0, ...facts.map(({ sources }) => sources.length))
  const turns = Array.from({ length: most }, (_, turn) => facts.flatMap(({ sources }) => sources[turn] ?? []))
  return [...new Map(turns.flat().map((source) => [source.id, source])).values()]
}

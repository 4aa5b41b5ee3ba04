import type { FactAnswer } from '../answers/answer.ts'
import { sourcesOn } from '../commands/make.ts'
import { inBrief } from '../facts/brief.ts'
import type { CitedSource, Fact } from '../facts/fact.ts'
import { checkedSince } from '../facts/resolve.ts'
import { ask, choiceRows } from './choices.ts'
import {
  articlesOn,
  asList,
  explanation,
  factFolds,
  factLines,
  foldOf,
  remarksOn,
  standingCell,
} from './fact-details.ts'
import { bold, type Fold, type Laid, leadOf, type Part, type Prose, type Sources } from './page.ts'

/** One fact in full, or several side by side. */
export function factPage(answer: FactAnswer): Laid {
  const [first, ...others] = answer.facts
  const only = first && others.length === 0 ? first : undefined
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: only
      ? [...factLines(only, answer.headline), sourcesPart([only, ...only.modes])]
      : [factTable(answer.facts), sourcesPart(answer.facts)].filter((part) => part !== undefined),
    folds: only ? factFolds(only, answer.headline) : [...inWords(answer.facts), ...remarksOn(answer.facts)],
    details: articlesOn(answer.facts),
    choices: choiceRows(answer.suggestions, only ? aboutFact(only) : []),
  }
}

const aboutFact = ({ mesh, topic }: Fact) => [
  ask('Sources', sourcesOn(mesh.id, topic.id)),
  { kind: 'correct', mesh: mesh.id, topic: topic.id } as const,
]

/** Facts in rows of a few words each. The topic and the mesh are named only where they vary. */
function factTable(facts: readonly Fact[]): Part | undefined {
  if (facts.length === 0) return undefined
  const { manyTopics, manyMeshes } = whatVaries(facts)
  if (!hasBriefs(facts)) return asList(undefined, facts.map(inOneLine))[0]
  return {
    kind: 'table',
    header: [...(manyTopics ? ['Topic'] : []), ...(manyMeshes ? ['Mesh'] : []), 'In brief'],
    rows: facts.map((fact) => [
      ...(manyTopics ? [[bold(fact.topic.name)]] : []),
      ...(manyMeshes ? [[bold(fact.mesh.name)]] : []),
      standingCell(fact),
    ]),
  }
}

function whatVaries(facts: readonly Fact[]) {
  const manyTopics = new Set(facts.map(({ topic }) => topic.id)).size > 1
  const manyMeshes = new Set(facts.map(({ mesh }) => mesh.name)).size > 1 || !manyTopics
  return { manyTopics, manyMeshes }
}

const hasBriefs = (facts: readonly Fact[]): boolean => facts.some((fact) => inBrief(fact) !== explanation(fact))

const inOneLine = (fact: Fact, _: number, facts: readonly Fact[]): Prose => {
  const { manyTopics, manyMeshes } = whatVaries(facts)
  const names = [...(manyTopics ? [fact.topic.name] : []), ...(manyMeshes ? [fact.mesh.name] : [])]
  return [bold(`${names.join(', ')}: `), explanation(fact)]
}

/** What the few words of a table come from. */
export const inWords = (facts: readonly Fact[]): Fold[] =>
  hasBriefs(facts) ? foldOf('In words', asList(undefined, facts.map(inOneLine))) : []

/** The sources of some facts, with the oldest day on which one of them was checked. */
export const sourcesPart = (facts: readonly Fact[]): Sources => ({
  kind: 'sources',
  sources: inTurns(facts),
  checked: checkedSince(facts),
})

/** Each source once: the first of every fact, then the second of every fact, so that the first few serve all facts. */
function inTurns(facts: readonly Fact[]): CitedSource[] {
  const most = Math.max(0, ...facts.map(({ sources }) => sources.length))
  const turns = Array.from({ length: most }, (_, turn) => facts.flatMap(({ sources }) => sources[turn] ?? []))
  return [...new Map(turns.flat().map((source) => [source.id, source])).values()]
}

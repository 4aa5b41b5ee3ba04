import { compareMeshes, factOn } from '../commands/make.ts'
import type { Fact } from '../facts/fact.ts'
import { checkedSince, sourcesOf } from '../facts/resolve.ts'
import { findTopic, type Knowledge, type Term, type Topic } from '../knowledge/knowledge.ts'
import type { DefinitionAnswer } from './answer.ts'
import type { Known } from './known.ts'
import { shownMeshes } from './shown-meshes.ts'

/** What a glossary term means, and how the meshes stand on the topic that it belongs to. */
export function answerTerm(known: Known, term: Term): DefinitionAnswer {
  const { knowledge } = known
  const topic = term.topic ? findTopic(knowledge, term.topic) : undefined
  const ownerOnly = knowledge.meshes.filter((mesh) => !term.mesh || mesh.id === term.mesh)
  const facts = topic ? ownerOnly.map((mesh) => known.facts.of(mesh.id, topic.id)) : []
  return {
    kind: 'define',
    id: term.id,
    understood: `Meaning of ${term.term}`,
    headline: `${term.term}: ${term.meaning}`,
    term: term.term,
    aliases: term.aliases,
    meaning: term.meaning,
    facts,
    sources: known.facts.cite(term.sources),
    checked: term.checked,
    suggestions: topic ? suggestions(knowledge, topic, facts) : [],
  }
}

/** What a topic is about, for a term that is a topic itself and has no entry of its own. */
export function answerTopic(known: Known, topic: Topic): DefinitionAnswer {
  const { knowledge } = known
  const facts = knowledge.meshes.map((mesh) => known.facts.of(mesh.id, topic.id))
  return {
    kind: 'define',
    id: topic.id,
    understood: `Meaning of ${topic.title}`,
    headline: `${topic.title}: ${topic.meaning}`,
    term: topic.title,
    aliases: [],
    meaning: topic.meaning,
    why: topic.why,
    facts,
    sources: sourcesOf(facts),
    checked: checkedSince(facts),
    suggestions: suggestions(knowledge, topic, facts),
  }
}

const suggestions = (knowledge: Knowledge, topic: Topic, facts: readonly Fact[]) => [
  { label: 'Compare all on this', command: compareMeshes(shownMeshes(knowledge), topic.id) },
  ...facts.slice(0, 2).map(({ mesh }) => ({ label: `${mesh.name} in detail`, command: factOn([mesh.id], topic.id) })),
]

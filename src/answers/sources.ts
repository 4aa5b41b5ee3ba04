import { showMesh } from '../commands/make.ts'
import { namedMesh } from '../facts/resolve.ts'
import type { Mesh, Topic } from '../knowledge/knowledge.ts'
import type { SourcesAnswer } from './answer.ts'
import type { Known } from './known.ts'

/** Where the facts on a mesh come from: of one topic, or of all. */
export function answerSources(known: Known, mesh: Mesh, topics: readonly Topic[]): SourcesAnswer {
  const asked = topics.length > 0 ? topics : known.knowledge.topics
  const facts = asked.map((topic) => known.facts.of(mesh.id, topic.id))
  const entries = facts.map(({ topic, checked, sources }) => ({ topic, checked, sources }))
  const count = new Set(entries.flatMap(({ sources }) => sources.map(({ id }) => id))).size
  return {
    kind: 'sources',
    mesh: namedMesh(mesh),
    understood: `${mesh.name} · Sources`,
    headline: `${mesh.name} rests on ${count} ${count === 1 ? 'source' : 'sources'} for ${entries.length} ${entries.length === 1 ? 'topic' : 'topics'}.`,
    entries,
    facts,
    suggestions: [{ label: `All on ${mesh.name}`, command: showMesh(mesh.id) }],
  }
}

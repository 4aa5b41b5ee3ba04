import { compareMeshes } from '../commands/make.ts'
import { checkedSince, namedMesh } from '../facts/resolve.ts'
import type { Mesh } from '../knowledge/knowledge.ts'
import type { MeshFile } from '../knowledge/schema.ts'
import type { ProfileAnswer, Reason } from './answer.ts'
import type { Known } from './known.ts'

/** One mesh as a whole: what it is, when to choose it and when not, what changed and what is coming. */
export function answerProfile(known: Known, mesh: Mesh): ProfileAnswer {
  const { knowledge } = known
  const architecture = knowledge.topics
    .filter(({ group }) => group === 'architecture')
    .map((topic) => known.facts.of(mesh.id, topic.id))
  const reasons = (entries: MeshFile['choose']): Reason[] =>
    entries.map(({ when, sources }) => ({ when, sources: known.facts.cite(sources) }))
  const sourceIds = [mesh.choose, mesh.avoid, mesh.changes, mesh.upcoming].flat().flatMap(({ sources }) => sources)
  const others = knowledge.meshes.filter((other) => other !== mesh)
  return {
    kind: 'profile',
    understood: `${mesh.name} · Profile`,
    headline: mesh.summary,
    mesh: namedMesh(mesh),
    summary: mesh.summary,
    homepage: mesh.homepage,
    licence: mesh.licence.name + (mesh.licence.note ? ` (${mesh.licence.note})` : ''),
    governance: mesh.governance,
    release: mesh.release,
    modes: Object.values(mesh.modes),
    choose: reasons(mesh.choose),
    avoid: reasons(mesh.avoid),
    changes: [...mesh.changes].sort((a, b) => (a.date < b.date ? 1 : -1)),
    upcoming: mesh.upcoming,
    architecture,
    drawn: knowledge.diagrams.find((diagram) => diagram.mesh === mesh.id)?.id,
    sources: known.facts.cite([...mesh.release.sources, ...sourceIds]),
    checked: checkedSince(architecture),
    suggestions: others.map(({ id, name }) => ({
      label: `Compare with ${name}`,
      command: compareMeshes([mesh.id, id]),
    })),
  }
}

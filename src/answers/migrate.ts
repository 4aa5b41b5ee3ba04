import { compareMeshes, recommendAmong } from '../commands/make.ts'
import { lossesOn } from '../facts/losses.ts'
import { namedMesh, namedTopic } from '../facts/resolve.ts'
import { findTopic, type Mesh } from '../knowledge/knowledge.ts'
import { inSentence, listed } from '../wording.ts'
import type { ComparisonRow, MigrationAnswer } from './answer.ts'
import type { Known } from './known.ts'
import { shownMeshes } from './shown-meshes.ts'

/** The topic to read on at before a switch. */
const failures = 'failure-modes'

/** What to weigh before adopting a mesh, or on the way from one to another: both ends may be open. */
export function answerMigrate(known: Known, from: Mesh | undefined, to: Mesh | undefined): MigrationAnswer {
  const { knowledge } = known
  const involved = [from, to].filter((mesh) => mesh !== undefined)
  const losses = from && to ? lossesBetween(known, from, to) : []
  const topic = findTopic(knowledge, 'migration')
  return {
    kind: 'migrate',
    understood: involved.length > 0 ? `Moving · ${involved.map(({ name }) => name).join(' to ')}` : 'Adopting a mesh',
    headline: headline(from, to, losses),
    from: from && namedMesh(from),
    to: to && namedMesh(to),
    considerations: knowledge.guide.considerations.map(({ title, text, sources }) => ({
      title,
      text,
      sources: known.facts.cite(sources),
    })),
    // What is known of moving is known of arriving: the notes of the mesh that is left would mislead.
    notes: (to ? [to] : []).flatMap((mesh) =>
      mesh.migration.map(({ note, sources }) => ({ mesh: namedMesh(mesh), note, sources: known.facts.cite(sources) })),
    ),
    losses,
    facts: topic ? involved.map((mesh) => known.facts.of(mesh.id, topic.id)) : [],
    suggestions: [
      ...(from && to ? [{ label: 'Compare the two', command: compareMeshes([from.id, to.id]) }] : []),
      ...(findTopic(knowledge, failures)
        ? [{ label: 'What fails when it fails', command: compareMeshes(shownMeshes(knowledge), failures) }]
        : []),
      { label: 'Which fits us?', command: recommendAmong([]) },
    ],
  }
}

/** The topics on which the target stands lower than the source, the widest gaps first. */
const lossesBetween = ({ knowledge, facts }: Known, from: Mesh, to: Mesh): ComparisonRow[] =>
  lossesOn(knowledge.topics, facts, from.id, to.id).map((loss) => ({
    topic: namedTopic(loss.topic),
    facts: loss.facts,
    differs: true,
  }))

function headline(from: Mesh | undefined, to: Mesh | undefined, losses: readonly ComparisonRow[]): string {
  if (!from || !to)
    return 'Switching a mesh is expensive: prove it in staging, measure, and test how it fails, before committing.'
  if (losses.length === 0)
    return `${to.name} supports all that ${from.name} does on the topics compared here; the work is in the switch itself.`
  const named = losses.slice(0, 3).map(({ topic }) => inSentence(topic.name))
  const more = losses.length > 3 ? [`${losses.length - 3} more`] : []
  return `Moving from ${from.name} to ${to.name} you would lose ground on ${listed([...named, ...more])}.`
}

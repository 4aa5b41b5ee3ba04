import type { Fact, Named } from '../facts/fact.ts'
import { lossesOn } from '../facts/losses.ts'
import { namedMesh, namedTopic } from '../facts/resolve.ts'
import type { Basis } from './basis.ts'
import type { Outcome } from './outcome.ts'
import type { Requirements } from './requirements.ts'

/** What it takes to go from a mesh that runs to the one that is recommended. */
export interface Moving {
  readonly from: Named
  readonly to: Named
  /** What is known of moving to the one that is recommended. */
  readonly fact: Fact
  /** What the one that runs has or does better, the widest gap first. */
  readonly losses: readonly Named[]
}

/** What moving costs, where another mesh is recommended than one that runs, or is to be left. */
export function movingTo(
  { knowledge, facts }: Basis,
  { circumstances: { runs = [], leaving = [] } }: Requirements,
  outcome: Outcome,
): readonly Moving[] {
  if (outcome.kind !== 'mesh') return []
  const to = outcome.first.candidate.mesh
  const supported = knowledge.topics.filter(({ kind }) => kind === 'supported')
  return knowledge.meshes
    .filter(({ id }) => id !== to.id && (leaving.includes(id) || runs.includes(id)))
    .map((from) => ({
      from: namedMesh(from),
      to: namedMesh(to),
      fact: outcome.first.candidate.fact('migration'),
      losses: lossesOn(supported, facts, from.id, to.id).map(({ topic }) => namedTopic(topic)),
    }))
}

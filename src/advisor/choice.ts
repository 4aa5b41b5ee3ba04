import type { Basis } from './basis.ts'
import type { Candidate } from './candidates.ts'
import type { Constraint } from './constraint.ts'
import type { Need } from './needs.ts'
import type { Requirements } from './requirements.ts'

/** Everything that stands to choice under some requirements, in the order of the meshes. */
export function candidatesFor(
  { contenders }: Basis,
  { candidates: open }: Requirements,
  needs: readonly Need[],
): readonly Candidate[] {
  return contenders
    .filter(({ mesh }) => open.length === 0 || open.includes(mesh.id))
    .flatMap((contender) => contender.under(needs))
}

/** The constraints that some needs make a must, and that where it runs does: without Kubernetes there is no way around it. */
export function mustsAmong(
  { constraints }: Basis,
  needs: readonly Need[],
  { circumstances }: Requirements,
): readonly Constraint[] {
  const musts = needs.filter(({ level }) => level === 'must').map(({ id }) => id)
  const ids = circumstances.kubernetes === false ? [...musts, 'non-kubernetes'] : musts
  return [...new Set(ids)].flatMap((id) => constraints.get(id) ?? [])
}
